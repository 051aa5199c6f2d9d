import { existsSync } from 'node:fs'
import { chooseHost, whyBrowser } from './host-choice.mjs'
import { buildMainSide } from './main-side.mjs'
import { buildPages } from './pages.mjs'
import { nodeEnvironment, runInFront } from './run.mjs'
import { projectDirectory, runEntry, setUp } from './set-up.mjs'

/** `npm start [-- --browser] [--demo] [--profile DIR] [--no-window]`: opens the workstation, in Electron where it is there. */
await runEntry(async () => {
  process.chdir(projectDirectory)
  const choice = chooseHost({
    args: process.argv.slice(2),
    platform: process.platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
  })
  const node = await setUp(choice.host === 'electron' ? 'desktop' : 'start')
  await buildPages(node)
  await buildMainSide(node)
  if (choice.host === 'electron') return runInFront(choice.binary, ['.', ...choice.args])
  const why = whyBrowser[choice.because]
  if (why) console.log(why)
  return runInFront(node, ['out/desktop/serve.js', ...choice.args], { env: nodeEnvironment(node) })
})
