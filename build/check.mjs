import { runEntry, setUp } from './set-up.mjs'
import { staticSteps } from './static-steps.mjs'
import { makeTally } from './tally.mjs'
import { runSuite } from './vitest-suite.mjs'

/**
 * `npm run check`: what a developer runs before every commit. With `-- --changed` the unit tests are those that the
 * uncommitted changes touch.
 */
await runEntry(async () => {
  const node = await setUp('check')
  const changed = process.argv.includes('--changed')
  const tally = makeTally()
  await Promise.all(staticSteps(node).map(step => tally.step(step.name, step.run)))
  await tally.suite('unit tests', () => runSuite(node, 'unit', { reporter: 'dot', changed }))
  return tally.finish()
})
