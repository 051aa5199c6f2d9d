import { WebSocketServer } from 'ws'
import { bringsToken } from './token.mjs'

/** @typedef {import('./room.mjs').Room} Room */
/**
 * @typedef {object} Limits
 * @property {number} checksAtOnce
 * @property {number} checkMs how long a check may last
 * @property {number} messageBytes
 * @property {number} questions of one check
 */

/** What does not depend on the place. */
export const usualLimits = { checkMs: 60_000, messageBytes: 64 * 1024, questions: 60 }

/**
 * Answers checks on the WebSockets of an HTTP server: `{id, method, data}` → `{id, result}` or `{id, error}`. A socket is
 * a check with a room of its own, and all of it ends with the socket.
 * @param {import('node:http').Server} server
 * @param {{ token: string, limits: Limits, openRoom: () => Promise<Room>, log: (line: string) => void }} options `log` is
 *   told how many checks there are, never what was said
 * @returns {{ close(): void }}
 */
export function answerChecks(server, { token, limits, openRoom, log }) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes, perMessageDeflate: false })
  // Counted from the handshake on: the socket of one that is still shaking hands is not among `clients`.
  let checks = 0

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy())
    const status = !bringsToken(request.headers.authorization, token)
      ? '401 Unauthorized'
      : checks >= limits.checksAtOnce
        ? '503 Service Unavailable'
        : null
    if (status !== null) {
      log(`отказ: ${status}`)
      stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    checks += 1
    stream.once('close', () => {
      checks -= 1
      log(`проверка окончена, идёт ${checks}`)
    })
    sockets.handleUpgrade(request, stream, head, socket => {
      log(`проверка начата, идёт ${checks}`)
      serve(socket, openRoom(), limits)
    })
  })

  return {
    close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

/**
 * @param {import('ws').WebSocket} socket
 * @param {Promise<Room>} opening
 * @param {Limits} limits
 */
function serve(socket, opening, limits) {
  const deadline = setTimeout(() => socket.terminate(), limits.checkMs)
  socket.on('close', () => {
    clearTimeout(deadline)
    opening.then(
      room => room.close(),
      () => undefined,
    )
  })
  // A message that is too large ends here; ws closes the socket itself.
  socket.on('error', () => undefined)
  opening.catch(() => socket.terminate())

  let asked = 0
  let answers = Promise.resolve()
  socket.on('message', (bytes, isBinary) => {
    asked += 1
    const question = isBinary || asked > limits.questions ? null : readQuestion(String(bytes))
    if (question === null) {
      socket.terminate()
      return
    }
    // One after the other: a limit is never passed by two questions at once.
    answers = answers.then(async () => {
      const answer = await answerOf(opening, question)
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(answer))
    })
  })
}

/** @typedef {{ id: number, method: string, data: Record<string, any> }} Question */

/**
 * @param {Promise<Room>} opening
 * @param {Question} question
 */
async function answerOf(opening, { id, method, data }) {
  try {
    const room = await opening
    return { id, result: await room.ask(method, data) }
  } catch (error) {
    return { id, error: (error instanceof Error ? error.message : 'failed').slice(0, 300) }
  }
}

/**
 * Null for what is none.
 * @param {string} text
 * @returns {Question | null}
 */
export function readQuestion(text) {
  try {
    const { id, method, data } = JSON.parse(text)
    const isQuestion =
      Number.isSafeInteger(id) && typeof method === 'string' && typeof data === 'object' && data !== null
    return isQuestion ? { id, method, data } : null
  } catch {
    return null
  }
}
