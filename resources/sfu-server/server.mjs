import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { createWorker } from 'mediasoup'
import { readConfiguration } from './configuration.mjs'
import { codecs, makeRoom } from './room.mjs'
import { answerChecks, usualLimits } from './signalling.mjs'

/** `node server.mjs [configuration.json]`: the media server of a department, for the equipment check alone. */

const file = process.argv[2] ?? 'configuration.json'
const configuration = load()
const { address, port, certificateFile, keyFile, token, checksAtOnce, mediaPorts } = configuration

// Deprecated in the current mediasoup in favour of a range per transport, which 3.12 does not know; both obey it.
const worker = await createWorker({ logLevel: 'error', rtcMinPort: mediaPorts[0], rtcMaxPort: mediaPorts[1] })
worker.on('died', () => stop('mediasoup-worker упал', 1))

const handler = (/** @type {unknown} */ _request, /** @type {import('node:http').ServerResponse} */ response) => {
  response.writeHead(404, { connection: 'close' }).end()
}
const server =
  certificateFile === null || keyFile === null
    ? createServer(handler)
    : createTlsServer({ cert: readFileSync(certificateFile), key: readFileSync(keyFile) }, handler)
// Whoever connects and says nothing is not waited for, nor may they be many.
server.headersTimeout = 5_000
server.requestTimeout = 5_000
server.maxConnections = checksAtOnce + 50
server.on('error', error => stop(error.message, 1))

const checks = answerChecks(server, {
  ...{ token, limits: { ...usualLimits, checksAtOnce }, log },
  openRoom: async () => makeRoom(await worker.createRouter({ mediaCodecs: codecs }), configuration),
})
server.listen(port, address, () => {
  const bound = server.address()
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port
  log(`сервер проверки слушает ${certificateFile === null ? 'ws' : 'wss'}://${address}:${boundPort}`)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop('остановлен', 0))

function load() {
  try {
    return readConfiguration(readFileSync(file, 'utf8'))
  } catch (error) {
    log(`${file}: ${error instanceof Error ? error.message : error}`)
    process.exit(2)
  }
}

/**
 * @param {string} why
 * @param {number} code
 */
function stop(why, code) {
  log(why)
  checks.close()
  worker.close()
  process.exit(code)
}

/** @param {string} line */
function log(line) {
  console.log(line)
}
