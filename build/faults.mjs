import { nodeEnvironment, runInFront } from './run.mjs'
import { runEntry, setUp } from './set-up.mjs'

/** `npm run faults`: every recording with a fault there is, each sealed and judged; `npm test` takes a share of them. */
await runEntry(async () => {
  const node = await setUp('test')
  return runInFront(
    node,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration', 'tests/faults/verdict', '--reporter', 'dot'],
    { env: nodeEnvironment(node, { VIDEOPRIEM_FAULTS: 'all' }) },
  )
})
