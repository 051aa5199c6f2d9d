import { runEntry, setUp } from './set-up.mjs'
import { staticSteps } from './static-steps.mjs'
import { makeTally } from './tally.mjs'
import { runSuite } from './vitest-suite.mjs'

/** `npm run check`: what a developer runs all day, in seconds. */
await runEntry(async () => {
  const node = await setUp('check')
  const tally = makeTally()
  for (const step of staticSteps(node)) await tally.step(step.name, step.run)
  await tally.suite('unit tests', () => runSuite(node, 'unit', { reporter: 'dot' }))
  return tally.finish()
})
