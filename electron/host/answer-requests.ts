import type { IncomingMessage, Server, ServerResponse } from 'node:http'

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/**
 * Answers a server's requests. Whatever a hostile one makes an answer throw is the end of that request and of nothing
 * else: uncaught, it would be the end of the process, with everything it holds open.
 */
export function answerRequests(server: Server, answer: Answer): void {
  server.on('request', (request, response) => {
    const fail = (): void => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'Content-Length': 0, Connection: 'close' }).end()
    }
    try {
      Promise.resolve(answer(request, response)).catch(fail)
    } catch {
      fail()
    }
  })
}
