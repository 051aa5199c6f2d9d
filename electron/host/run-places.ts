import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Addresses of the private local sockets: Unix sockets in a 0700 folder, named pipes on Windows. */
export interface RunPlaces {
  /** Held by the supervisor as long as it lives; a second start speaks to the first one through it. */
  readonly supervisor: string
  readonly workstation: string
}

/** Unix socket paths end at 104 bytes on macOS and 108 on Linux. */
const longestSocketPath = 100

/** Makes the folder for the sockets of one profile; throws where somebody else got there first. */
export function makeRunPlaces(runDirectory: string): RunPlaces {
  const name = createHash('sha256').update(runDirectory).digest('hex').slice(0, 16)
  if (process.platform === 'win32') {
    const pipe = (part: string): string => `\\\\.\\pipe\\videopriem-${name}-${part}`
    return { supervisor: pipe('supervisor'), workstation: pipe('workstation') }
  }
  const places = (folder: string): RunPlaces => ({
    supervisor: join(folder, 'supervisor.sock'),
    workstation: join(folder, 'workstation.sock'),
  })
  const fits = Buffer.byteLength(places(runDirectory).workstation) <= longestSocketPath
  const folder = fits ? runDirectory : join(tmpdir(), `videopriem-${userInfo().uid}-${name}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // In a shared temporary folder the name could have been taken by another person.
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== userInfo().uid) throw new Error(`${folder} belongs to somebody else`)
  chmodSync(folder, 0o700)
  return places(folder)
}
