import { createHash } from 'node:crypto'

/**
 * Whether node_modules is what package-lock.json asks for. Pure: texts and `exists` are arguments, so that every kind
 * of half-installed folder can be put in a table.
 */

/** Written by us after `npm ci` came to its end; its absence means an install that broke off. */
export const stampPath = 'node_modules/.videopriem-stamp'

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [link]
 */

/**
 * What the stamp of a finished install must say.
 * @param {string} lockText
 * @param {{ platform: string, arch: string }} machine
 */
export const stampFor = (lockText, { platform, arch }) =>
  createHash('sha256').update(`${platform} ${arch}\n${lockText}`).digest('hex')

/**
 * @param {string} lockText
 * @returns {Map<string, string>} folder → version of every package that must be there on any machine
 */
export function requiredPackages(lockText) {
  /** @type {{ packages?: Record<string, LockedPackage> }} */
  const lock = JSON.parse(lockText)
  const required = new Map()
  for (const [folder, locked] of Object.entries(lock.packages ?? {})) {
    if (folder === '' || locked.optional || locked.devOptional || locked.link) continue
    required.set(folder, locked.version ?? '')
  }
  return required
}

/**
 * @param {object} found
 * @param {string} found.lockText package-lock.json
 * @param {string | null} found.hiddenLockText node_modules/.package-lock.json, which npm writes last
 * @param {string | null} found.stampText
 * @param {string} found.expectedStamp
 * @param {(path: string) => boolean} found.exists
 * @returns {{ ready: true, stamped: boolean } | { ready: false, because: string }}
 */
export function judgePackages({ lockText, hiddenLockText, stampText, expectedStamp, exists }) {
  if (hiddenLockText === null) return { ready: false, because: 'пакеты npm не установлены' }
  const required = requiredPackages(lockText)
  for (const folder of required.keys()) {
    if (!exists(`${folder}/package.json`)) return { ready: false, because: `не хватает ${folder}` }
  }
  if (stampText === expectedStamp) return { ready: true, stamped: true }
  // A developer's own `npm install` leaves no stamp of ours, but npm's record of what it put there.
  const installed = installedVersions(hiddenLockText)
  for (const [folder, version] of required) {
    if (installed?.get(folder) !== version) return { ready: false, because: 'package-lock.json изменился' }
  }
  return { ready: true, stamped: false }
}

/** @param {string} hiddenLockText */
function installedVersions(hiddenLockText) {
  try {
    return requiredPackages(hiddenLockText)
  } catch {
    return null
  }
}
