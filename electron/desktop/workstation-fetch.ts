import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { WorkstationAddress } from '../host/workstation-messages.ts'
import { headersBack, requestImport, requestRecording } from '../host/workstation-request.ts'

/** What the workstation answered; its headers are already the ones that may go on. */
export interface WorkstationAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Cancelling it lets go of the workstation at once. */
  readonly body: ReadableStream<Uint8Array> | null
}

/** Statuses whose answer has no body; a Response with one would be refused. */
const hasNoBody = (status: number): boolean => status === 204 || status === 205 || status === 304

/** Asks the workstation for a recording; only the named headers go through, in either direction. */
export function fetchRecording(
  address: WorkstationAddress,
  request: Request,
  path: string,
): Promise<WorkstationAnswer> {
  return new Promise((resolve, reject) => {
    const inner = requestRecording(address, path, request.method, name => request.headers.get(name))
    // A player that seeks lets go of the old answer at once.
    request.signal.addEventListener('abort', () => inner.destroy(), { once: true })
    inner.on('response', answer => resolve(answerOf(answer, request.method === 'HEAD')))
    inner.on('error', reject)
    inner.end()
  })
}

/** Streams a file into the workstation; the death of either end is the end of both. Answers the status. */
export function sendImport(address: WorkstationAddress, request: Request, path: string): Promise<WorkstationAnswer> {
  return new Promise((resolve, reject) => {
    const inner = requestImport(address, path, name => request.headers.get(name))
    const body = request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([])
    request.signal.addEventListener('abort', () => inner.destroy(), { once: true })
    inner.on('response', answer => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 502, headers: {}, body: null })
    })
    inner.on('error', error => {
      body.destroy()
      reject(error)
    })
    body.on('error', error => inner.destroy(error))
    body.pipe(inner)
  })
}

function answerOf(answer: IncomingMessage, isHead: boolean): WorkstationAnswer {
  const status = answer.statusCode ?? 502
  const headers = headersBack(name => answer.headers[name])
  if (isHead || hasNoBody(status)) {
    answer.resume()
    return { status, headers, body: null }
  }
  return { status, headers, body: Readable.toWeb(answer) }
}
