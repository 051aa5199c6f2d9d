import { buildMainSide } from './main-side.mjs'
import { buildPages } from './pages.mjs'
import { nodeEnvironment, runInFront } from './run.mjs'
import { runEntry, setUp } from './set-up.mjs'

/** `npm run demo -- [--from-letter] --out DIR`: plays one whole reception without a display. */
await runEntry(async () => {
  const node = await setUp(process.argv.includes('--from-letter') ? 'letterDemo' : 'demo')
  await buildMainSide(node)
  await buildPages(node)
  return runInFront(node, ['tests/demo/run-demo.ts', ...process.argv.slice(2)], { env: nodeEnvironment(node) })
})
