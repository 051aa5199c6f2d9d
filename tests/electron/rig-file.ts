import { readFileSync } from 'node:fs'
import type { ElectronRig } from '../../build/electron-rig/rig.mjs'

/** Where the set-up of the run says what it found. */
export const rigFileVariable = 'VIDEOPRIEM_RIG_FILE'

/** The Electron of this run, or why there is none. */
export function readRig(): ElectronRig | { readonly absentBecause: string } {
  const file = process.env[rigFileVariable]
  if (!file) return { absentBecause: 'the set-up of the run was not asked for one' }
  return JSON.parse(readFileSync(file, 'utf8'))
}
