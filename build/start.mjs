import { buildPages } from './pages.mjs'
import { nodeEnvironment, runInFront } from './run.mjs'
import { runEntry, setUp } from './set-up.mjs'

/** `npm start [-- --demo] [--profile DIR] [--no-window]`: opens the workstation. */
await runEntry(async () => {
  const node = await setUp('start')
  await buildPages(node)
  console.log('Оболочка Electron ещё не собрана: открываю в окне браузера.')
  return runInFront(node, ['electron/serve.ts', ...process.argv.slice(2)], { env: nodeEnvironment(node) })
})
