import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { hasCode } from './local-socket.ts'

/** Addresses of the private local sockets: Unix sockets in a 0700 folder, named pipes on Windows. */
export interface RunPlaces {
  /** Held by the supervisor as long as it lives; a second start speaks to the first one through it. */
  readonly supervisor: string
  readonly workstation: string
}

/** Unix socket paths end at 104 bytes on macOS and 108 on Linux. */
const longestSocketPath = 100

/**
 * Makes the folder for the sockets of one profile; throws where somebody else got there first. Every user may make a
 * pipe of any name on Windows, so there the name has a part nobody can work out: it is kept in the profile.
 */
export function makeRunPlaces(runDirectory: string, platform: NodeJS.Platform = process.platform): RunPlaces {
  const nameOf = (key: string) => createHash('sha256').update(`${runDirectory}${key}`).digest('hex').slice(0, 16)
  if (platform === 'win32') {
    const name = nameOf(keyOfPipes(runDirectory))
    const pipe = (part: string): string => `\\\\.\\pipe\\videopriem-${name}-${part}`
    return { supervisor: pipe('supervisor'), workstation: pipe('workstation') }
  }
  const places = (folder: string): RunPlaces => ({
    supervisor: join(folder, 'supervisor.sock'),
    workstation: join(folder, 'workstation.sock'),
  })
  const name = nameOf('')
  const fits = Buffer.byteLength(places(runDirectory).workstation) <= longestSocketPath
  const folder = fits ? runDirectory : join(tmpdir(), `videopriem-${userInfo().uid}-${name}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // In a shared temporary folder the name could have been taken by another person.
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== userInfo().uid) throw new Error(`${folder} belongs to somebody else`)
  chmodSync(folder, 0o700)
  return places(folder)
}

/** Made at the first start; the next ones, and a second program beside the first, find the same. */
function keyOfPipes(runDirectory: string): string {
  mkdirSync(runDirectory, { recursive: true, mode: 0o700 })
  const file = join(runDirectory, 'pipes.key')
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8')
}
