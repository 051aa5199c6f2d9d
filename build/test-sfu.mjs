import { buildPages } from './pages.mjs'
import { runEntry, SetUpStop, setUp } from './set-up.mjs'
import { buildWorker, installMediasoup } from './sfu/worker.mjs'
import { makeTally } from './tally.mjs'
import { runSuite } from './vitest-suite.mjs'

/**
 * `npm run test:sfu`: the equipment check against resources/sfu-server with a real mediasoup worker. Not part of
 * `npm test`: the worker is compiled, minutes the first time.
 */
await runEntry(async () => {
  if (process.platform !== 'linux') throw new SetUpStop('npm run test:sfu собирает mediasoup-worker только в Linux.')
  const node = await setUp('sfu')
  const tally = makeTally()
  let isReady = true
  const prepare = async (/** @type {string} */ name, /** @type {typeof buildWorker} */ run) => {
    if (!isReady) return
    await tally.step(name, async () => {
      const ending = await run()
      isReady = ending.code === 0
      return ending
    })
  }
  await prepare('mediasoup from npm', installMediasoup)
  await prepare('build of mediasoup-worker', buildWorker)
  if (!isReady) return tally.finish()
  await buildPages(node)
  await tally.suite('media server tests', () => runSuite(node, 'sfu', { reporter: 'default' }))
  return tally.finish()
})
