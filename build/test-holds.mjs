import { bundleMainSide } from './main-side.mjs'
import { runEntry, setUp } from './set-up.mjs'
import { makeTally } from './tally.mjs'
import { runSuite } from './vitest-suite.mjs'

/**
 * `npm run test:holds`: every call of the contract on large data while a recording runs; fails on one that holds the
 * thread over 100 ms. Not part of `npm test`: it measures, and a busy machine would accuse the innocent.
 */
await runEntry(async () => {
  const node = await setUp('test')
  const tally = makeTally()
  await tally.step('build of the main side', () => bundleMainSide(node))
  await tally.suite('calls during a recording', () => runSuite(node, 'holds', { reporter: 'default' }))
  return tally.finish()
})
