import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SENTINEL } from '@electron/fuses/dist/constants.js'

/** Fuses of Electron 45: one more than @electron/fuses 1.8 has names for. */
export const wireLength = 9

/**
 * A folder that electron-builder takes for Electron: an executable with a fuse wire, all on, and the locales. It has no
 * default_app.asar, as a folder named by hand.
 */
export function makeStandInElectron(directory: string, version: string): void {
  for (const folder of ['locales', 'resources']) mkdirSync(join(directory, folder), { recursive: true })
  const wire = Buffer.from([1, wireLength, ...Array<number>(wireLength).fill('1'.charCodeAt(0))])
  const binary = join(directory, 'electron')
  writeFileSync(binary, Buffer.concat([Buffer.from('\x7fELF'), Buffer.from(SENTINEL), wire, Buffer.alloc(64)]))
  chmodSync(binary, 0o755)
  writeFileSync(join(directory, 'version'), version)
  for (const locale of ['ru', 'en-US', 'de']) writeFileSync(join(directory, 'locales', `${locale}.pak`), 'pak')
}
