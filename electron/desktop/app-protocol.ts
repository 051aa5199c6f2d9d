import { plainPage } from '../host/plain-page.ts'
import { cacheControl, securityHeaders } from '../host/security-headers.ts'
import type { WorkstationAddress } from '../host/workstation-messages.ts'
import { readPageFile } from './page-files.ts'
import { judgeOwnRequest } from './security/own-pages.ts'
import type { SecurityLog } from './security/security-log.ts'
import { fetchRecording, sendImport, type WorkstationAnswer } from './workstation-fetch.ts'

/** For protocol.handle of the own session. */
export type AnswerOwnRequest = (request: Request) => Promise<Response>

interface AppProtocolDeps {
  /** The built pages. */
  readonly pagesDirectory: string
  /** Where the workstation listens at this moment; null while it is down. */
  readonly workstation: () => WorkstationAddress | null
  readonly log: SecurityLog
}

/** Answers `app://videopriem`: every request is judged before anything is done for it. */
export function makeAppProtocol({ pagesDirectory, workstation, log }: AppProtocolDeps): AnswerOwnRequest {
  async function sendFile(request: Request, path: string): Promise<Response> {
    const file = await readPageFile(pagesDirectory, path)
    if (!file) return plainAnswer(request, 404)
    return respond(request.method === 'HEAD' ? null : new Uint8Array(file.bytes), 200, {
      'Content-Type': file.mimeType,
      'Content-Length': String(file.bytes.length),
      'Cache-Control': cacheControl(path),
    })
  }

  async function pass(
    request: Request,
    path: string,
    send: (address: WorkstationAddress, request: Request, path: string) => Promise<WorkstationAnswer>,
  ): Promise<Response> {
    const address = workstation()
    if (!address) return plainAnswer(request, 503)
    try {
      const { status, headers, body } = await send(address, request, path)
      return respond(body as ReadableStream | null, status, { 'Cache-Control': 'no-store', ...headers })
    } catch {
      // The workstation died between two words, or the page went away and nobody reads this.
      return plainAnswer(request, 503)
    }
  }

  return async request => {
    const { method, url } = request
    const verdict = judgeOwnRequest({ method, url, origin: request.headers.get('origin') })
    switch (verdict.kind) {
      case 'refused':
        log.warn({ reason: verdict.reason, status: verdict.status }, 'request refused')
        return plainAnswer(request, verdict.status)
      case 'page':
        return sendFile(request, `/${verdict.file}`)
      case 'asset':
        return sendFile(request, verdict.path)
      case 'recording':
        return pass(request, verdict.path, fetchRecording)
      case 'import':
        return pass(request, verdict.path, sendImport)
      default:
        return verdict satisfies never
    }
  }
}

function plainAnswer(request: Request, status: number): Response {
  return respond(request.method === 'HEAD' ? null : plainPage(status), status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}

const respond = (
  body: ConstructorParameters<typeof Response>[0],
  status: number,
  headers: Readonly<Record<string, string>>,
): Response => new Response(body, { status, headers: { ...securityHeaders, ...headers } })
