'use strict'
/**
 * Comes before the program in the test of the update (VIDEOPRIEM_RIG_FIRST). The updater is the real one; what it asks of
 * an installed program stands here: a policy an administrator wrote, the file that names its folder, and the minutes until
 * it looks for the first time.
 */
const fs = require('node:fs')
const { join } = require('node:path')

const policyFile = '/etc/videopriem/policy.json'
const folder = process.env.VIDEOPRIEM_TEST_UPDATES
const policy = JSON.stringify({ updates: { feed: folder } })
const isPolicy = path => path === policyFile
const isOfPolicy = path => isPolicy(path) || path === '/etc/videopriem'
for (const [name, holds, answer] of [
  ['realpathSync', isPolicy, path => path],
  ['readFileSync', isPolicy, () => policy],
  ['statSync', isOfPolicy, () => ({ uid: 0, mode: 0o755 })],
]) {
  const real = fs[name]
  fs[name] = Object.assign((path, ...rest) => (holds(path) ? answer(path) : real(path, ...rest)), real)
}

const everyMinute = []
const realInterval = globalThis.setInterval
globalThis.setInterval = (work, periodMs, ...rest) => {
  if (periodMs === 60_000) everyMinute.push(work)
  return realInterval(work, periodMs, ...rest)
}
globalThis.videopriemLookForUpdate = () => {
  const { autoUpdater } = require('electron-updater')
  // Electron from a folder is no installed program; one that is has this file among its resources.
  autoUpdater.forceDevUpdateConfig = true
  autoUpdater.updateConfigPath = join(folder, 'app-update.yml')
  const { now } = Date
  Date.now = () => now() + 6 * 60_000
  try {
    for (const work of everyMinute) work()
  } finally {
    Date.now = now
  }
}
