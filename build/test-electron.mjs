import { bundleMainSide } from './main-side.mjs'
import { bundlePages } from './pages.mjs'
import { runEntry, setUp } from './set-up.mjs'
import { makeTally } from './tally.mjs'
import { runSuite } from './vitest-suite.mjs'

/**
 * `npm run test:electron`: the desktop on a real Electron: the one ELECTRON_OVERRIDE_DIST_PATH names, else Electron 25
 * with its shim (build/electron-rig). `npm run bench:desktop-day` names the project of a whole day.
 */
await runEntry(async () => {
  const node = await setUp('test')
  const tally = makeTally()
  await tally.step('build of the pages', () => bundlePages(node))
  await tally.step('build of the main side', () => bundleMainSide(node))
  const project = process.argv[2] ?? 'electron'
  await tally.suite('desktop on Electron', () => runSuite(node, project, { reporter: 'default' }))
  return tally.finish()
})
