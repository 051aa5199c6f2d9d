import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRig } from '../../build/electron-rig/rig.mjs'
import { runFolder } from '../fixtures/run-folder.ts'
import { setup as setUpRun } from '../fixtures/run-set-up.ts'
import { rigFileVariable } from './rig-file.ts'

/** vitest's globalSetup of what drives the desktop: the bundles, then a real Electron, or why there is none. */
export async function setup(): Promise<() => Promise<void>> {
  await setUpRun()
  const folder = runFolder()
  const opened = await openRig({ node: process.execPath, folder, exists: existsSync })
  const file = join(folder, 'electron-rig.json')
  writeFileSync(file, JSON.stringify(opened.kind === 'ready' ? opened.rig : { absentBecause: opened.reason }))
  process.env[rigFileVariable] = file
  if (opened.kind !== 'ready') {
    console.warn(`No Electron: ${opened.reason}`)
    return async () => undefined
  }
  const { version, sandboxOffBecause } = opened.rig
  const sandbox = sandboxOffBecause === null ? 'its own sandbox on' : `its sandbox off: ${sandboxOffBecause}`
  console.info(`Electron ${version === 'given' ? 'of ELECTRON_OVERRIDE_DIST_PATH' : version}, ${sandbox}`)
  return opened.close
}
