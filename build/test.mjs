import { bundleMainSide } from './main-side.mjs'
import { bundlePages } from './pages.mjs'
import { runEntry, setUp } from './set-up.mjs'
import { staticSteps } from './static-steps.mjs'
import { makeTally } from './tally.mjs'
import { canRunAside, runSuite, trySuiteAgain } from './vitest-suite.mjs'

/** One after the other, on processors nobody else may take from them: a recording with a busy neighbour has holes. */
const recordingSuites = ['recording', 'electron', 'e2e-recording']
/** Where the system can do it they run beside those, in the time these leave; else before them. */
const otherSuites = ['unit', 'components', 'integration', 'e2e']

/** `npm test`: everything. */
await runEntry(async () => {
  const node = await setUp('test')
  const tally = makeTally()
  await Promise.all(staticSteps(node).map(step => tally.step(step.name, step.run)))
  await tally.step('build of the pages', () => bundlePages(node))
  await tally.step('build of the main side', () => bundleMainSide(node))
  /** @type {[string, import('./tally.mjs').SuiteResult][]} */
  const ended = []
  const runAll = async (/** @type {string[]} */ projects, /** @type {boolean} */ isAside) => {
    for (const project of projects) {
      ended.push([project, await runSuite(node, project, { reporter: 'default', isAside })])
    }
  }
  if (canRunAside()) await Promise.all([runAll(recordingSuites, false), runAll(otherSuites, true)])
  else await runAll([...otherSuites, ...recordingSuites], false)
  for (const [project, first] of ended) {
    await tally.suite(`${project} tests`, () => trySuiteAgain(node, project, first))
  }
  tally.printDurations()
  return tally.finish()
})
