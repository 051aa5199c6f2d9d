import { buildMainSide } from './main-side.mjs'
import { buildPages } from './pages.mjs'
import { nodeEnvironment, runInFront } from './run.mjs'
import { runEntry, setUp } from './set-up.mjs'

/** `npm run bench:memory`: an hour of recording, memory of page and workstation along it. */
await runEntry(async () => {
  const node = await setUp('test')
  await buildMainSide(node)
  await buildPages(node)
  return runInFront(node, ['tests/bench/memory.ts', ...process.argv.slice(2)], { env: nodeEnvironment(node) })
})
