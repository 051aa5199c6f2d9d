import net from 'node:net'
import { text } from 'node:stream/consumers'

export interface RawAnswer {
  status: number
  headers: Map<string, string>
  body: string
}

/** Sends a request exactly as written: `fetch` would tidy hostile ones up before they leave. */
export async function rawRequest(port: number, head: string): Promise<RawAnswer> {
  const socket = net.connect(port, '127.0.0.1')
  socket.write(head)
  const answer = await text(socket)
  const end = answer.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = answer.slice(0, end).split('\r\n')
  const pairs = lines.map(
    line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)] as const,
  )
  return { status: Number(statusLine.split(' ')[1]), headers: new Map(pairs), body: answer.slice(end + 4) }
}

/** A request of our own host that closes its connection. */
export const plainGet = (port: number, target: string, headers: readonly string[] = []): string =>
  [`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close', ...headers, '', ''].join('\r\n')
