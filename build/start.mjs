import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chooseHost, whyBrowser } from './host-choice.mjs'
import { buildMainSide } from './main-side.mjs'
import { buildPages } from './pages.mjs'
import { nodeEnvironment, runInFront } from './run.mjs'
import { isOurselves, projectDirectory, runEntry, setUp } from './set-up.mjs'

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
  const host = join(projectDirectory, 'out/desktop/serve.js')
  if (!isOurselves(node)) return runInFront(node, [host, ...choice.args], { env: nodeEnvironment(node) })
  // The Node that npm gave us is the right one: the host takes over this process, and a second one need not start.
  process.argv.splice(1, process.argv.length, host, ...choice.args)
  Object.assign(process.env, nodeEnvironment(node))
  await import(pathToFileURL(host).href)
  return 0
})
