import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runQuietly } from '../run.mjs'
import { workerLibraries, workerNinja } from './worker-ninja.mjs'

/** @typedef {import('../run.mjs').Ending} Ending */

/** The newest mediasoup whose worker fits Debian 12's libraries; departments install the one of resources/sfu-server. */
const mediasoup = 'mediasoup@3.12.16'

/** Outside of what is tracked, kept between runs: packages, the worker, a copy of the server. */
export const sfuHome = resolve('out/sfu')
const sources = join(sfuHome, 'node_modules', 'mediasoup', 'worker')
const outDirectory = join(sfuHome, 'worker')
export const workerBin = join(outDirectory, 'mediasoup-worker')

/**
 * A real mediasoup beside the project, its scripts not run.
 * @returns {Promise<Ending>}
 */
export async function installMediasoup() {
  if (existsSync(join(sources, 'meson.build'))) return done
  mkdirSync(sfuHome, { recursive: true })
  writeFileSync(join(sfuHome, 'package.json'), '{ "private": true }\n')
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return runQuietly('npm', ['install', ...flags, mediasoup], { cwd: sfuHome })
}

/**
 * Its worker, compiled from those sources; ninja leaves alone what is built already.
 * @returns {Promise<Ending>}
 */
export async function buildWorker() {
  const cflags = await runQuietly('pkg-config', ['--cflags', ...workerLibraries])
  const libs = await runQuietly('pkg-config', ['--libs', ...workerLibraries])
  if (cflags.code !== 0) return cflags
  if (libs.code !== 0) return libs
  const read = (/** @type {string} */ path) => readFileSync(join(sources, path), 'utf8')
  const text = workerNinja({
    worker: sources,
    workerMeson: read('meson.build'),
    webrtcMeson: read('deps/libwebrtc/meson.build'),
    ...{ cflags: cflags.output.trim(), libs: libs.output.trim() },
  })
  mkdirSync(outDirectory, { recursive: true })
  writeFileSync(join(outDirectory, 'build.ninja'), text)
  return runQuietly('nice', ['ninja', '-C', outDirectory, '-j', '2'])
}

/** @type {Ending} */
const done = { code: 0, output: '' }
