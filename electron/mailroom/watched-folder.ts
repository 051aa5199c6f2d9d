import { type FSWatcher, watch } from 'node:fs'
import { extname } from 'node:path'
import type { FolderTrouble } from '../../shared/contract/mailroom.ts'
import { longestLetterBytes } from '../../shared/mailroom/limits.ts'
import type { Clock } from '../clock.ts'
import { openSharedFolder } from '../disk/shared-folder.ts'
import type { Intake } from './intake.ts'
import { looksLikeLetter } from './letter-hashes.ts'
import { makePause } from './pause.ts'

export const takenFolder = 'принятые'
export const unreadFolder = 'непрочитанные'

export interface FolderPace {
  /** Shares tell nothing of new files: asked again and again. */
  readonly lookMs: number
  /** A file that has not changed for so long is written to its end. */
  readonly stillMs: number
}
export const usualFolderPace: FolderPace = { lookMs: 5_000, stillMs: 2_000 }

/** A folder whose .eml files are taken over: each goes to «принятые», what is no letter to «непрочитанные». */
export interface WatchedFolder {
  trouble(): FolderTrouble | null
  close(): Promise<void>
}

export interface WatchedFolderDeps {
  readonly directory: string
  readonly intake: Intake
  readonly clock: Clock
  readonly pace: FolderPace
  readonly onChange: () => void
  readonly log: { warn(fields: object, words: string): void }
}

/** What a file looked like, and since when it has looked so. */
interface Look {
  readonly size: number
  readonly changedMs: number
  readonly sinceMs: number
  /** Its letter is here, only the file could not be put away: it is not read again at every look. */
  isTaken: boolean
}

/** Why a file is not taken over; told beside it, in Russian. */
type Refusal = 'empty' | 'tooBig' | 'noLetter'
const refusalTexts: Readonly<Record<Refusal, string>> = {
  empty: 'Файл пуст.',
  tooBig: 'Файл больше 25 МБ. Откройте письмо в почтовой программе и зарегистрируйте заявку вручную.',
  noLetter: 'Это не письмо: в начале файла нет заголовков. Сохраните письмо в почтовой программе как файл .eml.',
}

export function watchFolder(deps: WatchedFolderDeps): WatchedFolder {
  const { directory, intake, clock, pace, log } = deps
  const folder = openSharedFolder(directory)
  let trouble: FolderTrouble | null = null
  const pause = makePause()
  let watcher: FSWatcher | null = null
  let looks = new Map<string, Look>()

  /** A hint only; where the system gives none, looking is enough. */
  function listen(): void {
    if (watcher) return
    try {
      watcher = watch(directory, () => pause.wake())
      watcher.on('error', () => {
        watcher?.close()
        watcher = null
      })
    } catch {
      watcher = null
    }
  }

  /** Files that have been still for long enough; the others are remembered. Answers how long to wait for them. */
  async function stillFiles(): Promise<{ still: readonly string[]; waitMs: number }> {
    const names = (await folder.names()).filter(name => extname(name).toLowerCase() === '.eml').sort()
    const nowMs = clock.monotonicMs()
    const seen = new Map<string, Look>()
    for (const name of names) {
      const facts = await folder.look(name)
      if (!facts) continue
      const before = looks.get(name)
      const same = before?.size === facts.size && before.changedMs === facts.changedMs
      const former = same ? { sinceMs: before.sinceMs, isTaken: before.isTaken } : { sinceMs: nowMs, isTaken: false }
      seen.set(name, { ...facts, ...former })
    }
    looks = seen
    const ages = [...seen].map(([name, { sinceMs }]) => ({ name, leftMs: pace.stillMs - (nowMs - sinceMs) }))
    return {
      still: ages.filter(({ leftMs }) => leftMs <= 0).map(({ name }) => name),
      waitMs: Math.min(pace.lookMs, ...ages.filter(({ leftMs }) => leftMs > 0).map(({ leftMs }) => leftMs)),
    }
  }

  async function takeFile(name: string): Promise<void> {
    const look = looks.get(name)
    if (look?.isTaken) {
      await folder.moveInto(takenFolder, name)
      return
    }
    const raw = await folder.read(name, longestLetterBytes)
    const refusal: Refusal | null =
      raw === null ? 'tooBig' : raw.length === 0 ? 'empty' : looksLikeLetter(raw) ? null : 'noLetter'
    if (raw === null || refusal !== null) {
      const moved = await folder.moveInto(unreadFolder, name)
      await folder.create(unreadFolder, `${moved}.причина.txt`, `${refusalTexts[refusal ?? 'tooBig']}\r\n`)
      log.warn({ refusal }, 'a file of the watched folder is no letter, put aside')
      return
    }
    const whole = { byteLength: raw.length, tooBig: false, internalDateMs: null, sighting: null }
    await intake.take({ source: 'folder', raw, ...whole })
    if (look) look.isTaken = true
    // Killed before this, the file is taken again and known by its hash.
    await folder.moveInto(takenFolder, name)
  }

  function become(next: FolderTrouble | null): void {
    if (next === trouble) return
    trouble = next
    if (next !== null) log.warn({ trouble: next }, 'the watched folder cannot be used')
    deps.onChange()
  }

  /** One that makes trouble does not hold up the others; answers the first trouble. */
  async function takeFiles(names: readonly string[]): Promise<FolderTrouble | null> {
    let first: FolderTrouble | null = null
    for (const name of names) {
      if (pause.isClosed()) break
      try {
        await takeFile(name)
      } catch (error) {
        first ??= folderTroubleOf(error)
      }
    }
    return first
  }

  async function run(): Promise<void> {
    while (!pause.isClosed()) {
      let waitMs = pace.lookMs
      try {
        const found = await stillFiles()
        waitMs = found.waitMs
        listen()
        become(await takeFiles(found.still))
      } catch (error) {
        become(folderTroubleOf(error))
      }
      await pause.wait(waitMs)
    }
  }

  const running = run()
  return {
    trouble: () => trouble,
    async close() {
      watcher?.close()
      pause.close()
      await running
    },
  }
}

export function folderTroubleOf(error: unknown): FolderTrouble {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'notPermitted'
  return code === 'ENOSPC' ? 'full' : 'unreadable'
}
