import { bundleMainSide } from './main-side.mjs'
import { bundlePages } from './pages.mjs'
import { runEntry, setUp } from './set-up.mjs'
import { staticSteps } from './static-steps.mjs'
import { makeTally } from './tally.mjs'
import { runSuite } from './vitest-suite.mjs'

/** `npm test`: everything, one suite after the other, so that one that records never has a busy neighbour. */
await runEntry(async () => {
  const node = await setUp('test')
  const tally = makeTally()
  await Promise.all(staticSteps(node).map(step => tally.step(step.name, step.run)))
  await tally.step('build of the pages', () => bundlePages(node))
  await tally.step('build of the main side', () => bundleMainSide(node))
  for (const project of ['unit', 'components', 'integration', 'recording', 'electron', 'e2e', 'e2e-recording']) {
    await tally.suite(`${project} tests`, () => runSuite(node, project, { reporter: 'default', isTriedAgain: true }))
  }
  tally.printDurations()
  return tally.finish()
})
