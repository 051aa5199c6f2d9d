import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import { databaseKeyFileName, KeyError, makeKeyFile, sealedKeyFileName } from '../database/keys.ts'
import { writeFilePrivately } from '../database/write-file-privately.ts'
import type { ProfilePaths } from '../profile-paths.ts'

type Safe = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

export interface KeyVaultDeps {
  readonly safeStorage: Safe
  readonly platform: NodeJS.Platform
  readonly paths: Pick<ProfilePaths, 'keys' | 'database'>
  readonly nowMs: () => number
  /** How the desktop environment calls itself (XDG_CURRENT_DESKTOP); null: it does not. */
  readonly desktopName?: string | null
}

/** The database key of this profile as the desktop keeps it. */
export interface KeyVault {
  /** 64 hex digits; null: there is a database and no key that can be read, the workstation asks for the recovery key. */
  keyHex(): string | null
  /** What the person in charge of the computer should know. */
  readonly warning: string | null
  /** Keeps another key; the former one goes aside, because a database set aside may still need it. */
  keep(keyHex: string): Promise<void>
}

/** Former keys of the browser host, as it puts them aside. */
const asideKeyPattern = /^database\.aside-.+\.key$/
const isKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/**
 * Reads the key, sealed by the system (Keychain, DPAPI, the desktop's key ring). Whatever the browser host left in clear
 * is taken over: sealed, read back from the disk, and only then removed; cut off in between, both are there and the next
 * start goes on. A key file also wins where the two differ: only the browser host can have written it since. Where the
 * system cannot seal, the key file is all there is, with a warning. After `ready`.
 */
export async function openKeyVault(deps: KeyVaultDeps): Promise<KeyVault> {
  const { safeStorage, platform, paths, nowMs, desktopName = null } = deps
  const sealedPath = join(paths.keys, sealedKeyFileName)
  const filePath = join(paths.keys, databaseKeyFileName)
  const file = makeKeyFile(paths.keys)
  const canSeal = await canBeTrusted(safeStorage, platform)

  async function seal(keyHex: string, path = sealedPath): Promise<void> {
    const sealed = await safeStorage.encryptStringAsync(keyHex)
    writeFilePrivately(path, `${sealed.toString('base64')}\n`)
    // A key that cannot be read again would be a lost database: the proof is the file, not what was to be written.
    if ((await read(path)).result !== keyHex) throw new Error('the sealed key reads otherwise')
  }

  const read = (path: string) => safeStorage.decryptStringAsync(Buffer.from(readFileSync(path, 'utf8'), 'base64'))

  async function unseal(): Promise<string | null> {
    if (!canSeal || !existsSync(sealedPath)) return null
    try {
      const { result, shouldReEncrypt } = await read(sealedPath)
      if (!isKey(result)) return null
      if (shouldReEncrypt) await seal(result)
      return result
    } catch {
      // Another account of the system, a new key ring, a damaged file.
      return null
    }
  }

  function putAside(path: string): void {
    const [, kind = ''] = /\.(\w+)$/.exec(path) ?? []
    const time = `${new Date(nowMs()).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
    if (existsSync(path)) renameSync(path, join(paths.keys, `database.aside-${time}.${kind}`))
  }

  async function open(): Promise<string | null> {
    const inFile = readFile(file)
    const inSeal = await unseal()
    if (inFile !== null) {
      // One of another database, or of before the browser host kept another.
      if (inSeal !== inFile && canSeal) putAside(sealedPath)
      return inFile
    }
    if (inSeal !== null) return inSeal
    if (existsSync(paths.database) || existsSync(sealedPath)) return null
    const made = randomBytes(32).toString('hex')
    // On disk before the first page is encrypted with it.
    await save(made)
    return made
  }

  /** The key file of the browser host leaves the disk as soon as the system can give the key back. */
  async function takeOver(keyHex: string): Promise<void> {
    if (!existsSync(filePath)) return
    if ((await unseal()) !== keyHex) await seal(keyHex)
    rmSync(filePath)
  }

  /** Keys of databases set aside, in clear: sealed under the same name. One that cannot be sealed stays as it is. */
  async function sealAside(): Promise<void> {
    if (!canSeal || !existsSync(paths.keys)) return
    for (const name of readdirSync(paths.keys).filter(one => asideKeyPattern.test(one))) {
      const plain = join(paths.keys, name)
      const keyHex = readFileSync(plain, 'utf8').trim()
      if (!isKey(keyHex)) continue
      for (let number = 1; existsSync(plain); number += 1) {
        const sealed = plain.replace(/\.key$/, `${number === 1 ? '' : `-${number}`}.sealed`)
        // Another key put aside in the same second has the name.
        if (existsSync(sealed) && (await readOrNull(sealed)) !== keyHex) continue
        await seal(keyHex, sealed)
        rmSync(plain)
      }
    }
  }

  const readOrNull = (path: string): Promise<string | null> =>
    read(path).then(
      ({ result }) => result,
      () => null,
    )

  async function save(keyHex: string): Promise<void> {
    if (canSeal) await seal(keyHex)
    else file.save(keyHex)
  }

  let key = await open()
  let isSealed = canSeal
  try {
    if (canSeal && key !== null) await takeOver(key)
    await sealAside()
  } catch {
    // The file is still there: the person works, and is told where the key lies.
    isSealed = false
  }
  return {
    keyHex: () => key,
    warning: isSealed ? null : noSealWarning(platform, desktopName),
    async keep(keyHex) {
      putAside(sealedPath)
      putAside(filePath)
      await save(keyHex)
      await sealAside()
      key = keyHex
    },
  }
}

/** `basic_text` seals with a password everybody knows: worse than a plain file, because it looks safe. */
async function canBeTrusted(safeStorage: Safe, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
  return platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
}

/**
 * On Linux Chromium guesses the store by the name of the desktop; one it does not know (MATE of ALT and RED OS, Fly of
 * Astra) gets none, though a store may be running.
 */
const noSealWarning = (platform: NodeJS.Platform, desktopName: string | null): string =>
  platform === 'linux'
    ? [
        'Хранилище паролей системы (GNOME Keyring или KWallet) недоступно: ключ базы лежит в файле, который читает только ' +
          'этот пользователь. Держите профиль на зашифрованном диске.',
        `Рабочий стол называет себя ${desktopName ? `«${desktopName}»` : 'никак'}. Если хранилище на компьютере есть, ` +
          'а рабочий стол не распознан (так бывает с MATE и Fly: Альт, РЕД ОС, Astra Linux), администратор называет ' +
          'его в политике, ключ passwordStore.',
      ].join('\n')
    : 'Система не дала зашифровать ключ базы: он лежит в файле, который читает только этот пользователь. Держите профиль ' +
      'на зашифрованном диске.'

function readFile(file: ReturnType<typeof makeKeyFile>): string | null {
  try {
    return file.load()
  } catch (error) {
    if (error instanceof KeyError) return null
    throw error
  }
}
