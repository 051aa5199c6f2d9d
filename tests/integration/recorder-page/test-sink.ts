import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { type WebSocket, WebSocketServer } from 'ws'
import { decodeChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import { FromRecorder, recorderLinkPath, type ToRecorder } from '../../../shared/recording/recorder-link.ts'

/** One arrival of a chunk, repeats included. */
export interface Arrival {
  readonly partNumber: number
  readonly sequence: number
  readonly atMs: number
  readonly sha256: string
  readonly isRepeat: boolean
}

/** The workstation's end of the link, reduced to what the page can be held to. */
export interface TestSink {
  readonly origin: string
  readonly messages: readonly FromRecorder[]
  readonly arrivals: readonly Arrival[]
  send(message: ToRecorder): void
  /** Breaks the socket without a word. */
  cut(): void
  /** While false nothing is taken: connections are refused at the door. */
  admit(isOpen: boolean): void
  /** While false chunks are written but not acknowledged. */
  acknowledge(isOn: boolean): void
  /** Resolves once the condition holds; looked at again after each message. Rejects after `timeoutMs`. */
  until<T>(what: string, condition: () => T | undefined | false, timeoutMs?: number): Promise<T>
  /** The part's bytes, in order. */
  bytesOf(partNumber: number): Buffer
  close(): Promise<void>
}

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'"

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
}

/** Serves a folder under the product's content security policy. */
export async function serveFolder(folder: string): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    void readFile(join(folder, path)).then(
      bytes => {
        response.setHeader('content-type', contentTypes[extname(path)] ?? 'application/octet-stream')
        response.setHeader('content-security-policy', contentSecurityPolicy)
        response.end(bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Serves the built page and takes its link. */
export async function startTestSink(folder: string): Promise<TestSink> {
  const { server, origin } = await serveFolder(folder)
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const messages: FromRecorder[] = []
  const arrivals: Arrival[] = []
  const parts = new Map<number, Buffer[]>()
  const watchers = new Set<() => void>()
  let current: WebSocket | null = null
  let isAdmitting = true
  let isAcknowledging = true

  const send = (message: ToRecorder): void => current?.send(JSON.stringify(message))
  const changed = (): void => {
    for (const watcher of watchers) watcher()
  }

  function takeText(text: string): void {
    const message = FromRecorder.parse(JSON.parse(text))
    messages.push(message)
    if (message.kind === 'hello') {
      const { holding } = message
      const nextSequence = parts.get(holding?.partNumber ?? 0)?.length ?? 0
      send({
        kind: 'welcome',
        resume:
          holding === null ? null : { recordingId: holding.recordingId, partNumber: holding.partNumber, nextSequence },
      })
    }
  }

  function takeChunk(bytes: Buffer): void {
    const chunk = decodeChunkFrame(bytes)
    if (chunk === null) throw new Error('not a chunk frame')
    const { recordingId, partNumber, sequence } = chunk
    const part = parts.get(partNumber) ?? []
    parts.set(partNumber, part)
    const sha256 = createHash('sha256').update(chunk.payload).digest('hex')
    if (sha256 !== Buffer.from(chunk.sha256).toString('hex')) throw new Error(`chunk ${sequence} is damaged`)
    if (sequence > part.length) throw new Error(`chunk ${part.length} is missing, ${sequence} came`)
    const isRepeat = sequence < part.length
    if (!isRepeat) part.push(Buffer.from(chunk.payload))
    arrivals.push({ partNumber, sequence, atMs: Date.now(), sha256, isRepeat })
    if (isAcknowledging) send({ kind: 'acknowledge', recordingId, partNumber, sequence })
  }

  server.on('upgrade', (request, socket, head) => {
    if (!isAdmitting || request.url !== recorderLinkPath) {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, accepted => {
      current = accepted
      accepted.on('message', (data: Buffer, isBinary) => {
        if (isBinary) takeChunk(data)
        else takeText(data.toString('utf8'))
        changed()
      })
    })
  })

  return {
    origin,
    messages,
    arrivals,
    send,
    cut: () => current?.terminate(),
    admit(isOpen) {
      isAdmitting = isOpen
    },
    acknowledge(isOn) {
      isAcknowledging = isOn
    },
    until(what, condition, timeoutMs = 20_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(look)
          reject(new Error(`never came: ${what}`))
        }, timeoutMs)
        function look(): void {
          const value = condition()
          if (value === undefined || value === false) return
          clearTimeout(timer)
          watchers.delete(look)
          resolve(value)
        }
        watchers.add(look)
        look()
      })
    },
    bytesOf: partNumber => Buffer.concat(parts.get(partNumber) ?? []),
    async close() {
      current?.terminate()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
