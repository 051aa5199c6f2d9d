import { bundleDesktop } from './desktop.mjs'
import { bundlePages } from './pages.mjs'
import { runEntry, setUp } from './set-up.mjs'
import { staticSteps } from './static-steps.mjs'
import { makeTally } from './tally.mjs'
import { runSuite } from './vitest-suite.mjs'

/** `npm test`: everything, one runner after the other, so that a recording suite never has a busy neighbour. */
await runEntry(async () => {
  const node = await setUp('test')
  const tally = makeTally()
  for (const step of staticSteps(node)) await tally.step(step.name, step.run)
  await tally.step('build of the pages', () => bundlePages(node))
  await tally.step('build of the desktop', () => bundleDesktop(node))
  for (const project of ['unit', 'integration', 'recording', 'e2e']) {
    await tally.suite(`${project} tests`, () => runSuite(node, project, { reporter: 'default' }))
  }
  return tally.finish()
})
