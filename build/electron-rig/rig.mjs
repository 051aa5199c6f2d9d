import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findElectron } from '../host-choice.mjs'
import { lendAccount } from './account.mjs'
import { openDisplay } from './display.mjs'
import { fetchOldElectron } from './old-electron.mjs'
import { buildRigApp, rigAppDirectory } from './rig-app.mjs'

/**
 * A real Electron to drive the desktop on, with a display and an account of its own.
 * @typedef {object} ElectronRig
 * @property {string} binary
 * @property {string | null} appDirectory null: a current Electron that runs out/desktop as it is
 * @property {string} version
 * @property {string | null} sandboxOffBecause
 * @property {number} uid whose the profiles must be
 * @property {number} gid
 * @property {Readonly<Record<string, string>>} environment
 */

/**
 * A current Electron named by ELECTRON_OVERRIDE_DIST_PATH comes first; without one, Electron 25 with its shim. Both
 * bundles must be built. `close` ends the display.
 * @param {object} order
 * @param {string} order.node
 * @param {string} order.folder a folder of the run, short and open to everybody's passage
 * @param {(path: string) => boolean} order.exists
 * @returns {Promise<{ kind: 'ready', rig: ElectronRig, close: () => Promise<void> } | { kind: 'absent', reason: string }>}
 */
export async function openRig({ node, folder, exists }) {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
    ? findElectron({ ...process, environment: process.env, exists })
    : null
  const old = given === null ? await fetchOldElectron() : null
  if (old?.kind === 'absent') return old
  if (process.platform !== 'linux') {
    if (given === null) return { kind: 'absent', reason: 'no Electron' }
    const rig = {
      binary: given.binary,
      appDirectory: null,
      version: 'given',
      sandboxOffBecause: null,
      uid: -1,
      gid: -1,
      environment: {},
    }
    return { kind: 'ready', rig, close: async () => undefined }
  }
  chmodSync(folder, 0o711)
  const account = await lendAccount(folder, [resolve('package.json'), resolve('out/desktop/main.js'), node])
  const directory = given?.directory ?? old?.directory ?? ''
  const appDirectory = old === null ? null : rigAppDirectory
  if (old !== null) {
    await buildRigApp(node)
    cpSync('build/electron-rig/shim/default-app.cjs', join(directory, 'resources/app/main.js'))
  }
  const binary = account.isLent
    ? runAs({ folder, account, binary: resolve(directory, 'electron') })
    : resolve(directory, 'electron')
  const { display, close } = await openDisplay(account)
  /** @type {ElectronRig} */
  const rig = {
    ...{ binary, appDirectory, version: old?.version ?? 'given' },
    ...{ sandboxOffBecause: account.sandboxOffBecause, uid: account.uid, gid: account.gid },
    environment: { DISPLAY: display, ...(appDirectory === null ? {} : { VIDEOPRIEM_RIG_APP: appDirectory }) },
  }
  return { kind: 'ready', rig, close }
}

/**
 * An executable that becomes the other one under the account, so that its process id is Electron's.
 * @param {{ folder: string, account: import('./account.mjs').Account, binary: string }} order
 */
function runAs({ folder, account, binary }) {
  const directory = join(folder, 'run-as')
  mkdirSync(directory, { recursive: true, mode: 0o755 })
  const path = join(directory, 'electron')
  writeFileSync(path, `#!/bin/sh\nexec ${account.command.join(' ')} '${binary}' "$@"\n`, { mode: 0o755 })
  return path
}
