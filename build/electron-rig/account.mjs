import { chownSync, mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { runQuietly } from '../run.mjs'

/**
 * Under whom Electron runs: Chromium's own sandbox refuses root, so root lends the account that owns nothing. Elsewhere
 * it is whoever asked.
 * @typedef {object} Account
 * @property {number} uid
 * @property {number} gid
 * @property {boolean} isLent
 * @property {string | null} sandboxOffBecause null: Chromium's own sandbox is on
 * @property {readonly string[]} command what to put before a command so that it runs under the account
 * @property {string} home
 */

const nobody = { uid: 65_534, gid: 65_534, name: 'nobody' }

/**
 * @param {string} folder its home is made in it
 * @param {readonly string[]} mustRead what has to be readable for it
 * @returns {Promise<Account>}
 */
export async function lendAccount(folder, mustRead) {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const { uid, gid } = userInfo()
  const own = { uid, gid, isLent: false, command: [], home }
  if (uid !== 0) return { ...own, sandboxOffBecause: null }
  const command = [
    ...['setpriv', `--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups'],
    ...['env', `HOME=${home}`, `XDG_RUNTIME_DIR=${home}`, `USER=${nobody.name}`, `LOGNAME=${nobody.name}`],
  ]
  const mayUserNamespaces = await runQuietly('setpriv', [
    ...command.slice(1, 4),
    ...['unshare', '--user', '--map-root-user', 'true'],
  ])
  if (mayUserNamespaces.code !== 0)
    return { ...own, sandboxOffBecause: 'this machine gives no user namespaces to an account that is not root' }
  for (const path of mustRead) {
    const read = await runQuietly('setpriv', [...command.slice(1, 4), 'test', '-r', path])
    if (read.code !== 0) return { ...own, sandboxOffBecause: `the checkout is closed to any account but root’s` }
  }
  chownSync(home, nobody.uid, nobody.gid)
  return { uid: nobody.uid, gid: nobody.gid, isLent: true, sandboxOffBecause: null, command, home }
}
