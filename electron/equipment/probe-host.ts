import http from 'node:http'
import https from 'node:https'
import type { HostFacts, HostProblem } from '../../shared/equipment/workstation-facts.ts'

export interface ProbeOptions {
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** Certificates a test trusts besides those of the system. */
  readonly certificateAuthority?: string
  readonly nowMs?: () => number
}

/**
 * Asks one address once and takes the times of name, connection, TLS and first answer; never rejects. Any answer of
 * HTTP is an answer: what a front page says is not the question here.
 */
export function probeHost(url: string, options: ProbeOptions): Promise<HostFacts> {
  const { timeoutMs, signal, certificateAuthority } = options
  const nowMs = options.nowMs ?? Date.now
  const target = new URL(url)
  const startedMs = performance.now()
  const since = () => performance.now() - startedMs
  const times = { lookupMs: null as number | null, connectMs: null as number | null, secureMs: null as number | null }
  return new Promise(resolve => {
    const settle = (rest: Pick<HostFacts, 'answerMs' | 'status' | 'problem' | 'clockOffsetSeconds'>) =>
      resolve({ host: target.host, ...times, ...rest })
    const fail = (problem: HostProblem) => settle({ answerMs: null, status: null, problem, clockOffsetSeconds: null })
    const request = (target.protocol === 'http:' ? http : https).request(
      target,
      {
        method: 'HEAD',
        // A connection of its own: a kept one would hide the times.
        agent: false,
        timeout: timeoutMs,
        ...(signal ? { signal } : {}),
        ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
      },
      response => {
        response.resume()
        settle({
          answerMs: since(),
          status: response.statusCode ?? null,
          problem: null,
          clockOffsetSeconds: clockOffset(response.headers.date, nowMs()),
        })
      },
    )
    request.on('socket', socket => {
      socket.on('lookup', () => {
        times.lookupMs = since()
      })
      socket.on('connect', () => {
        times.connectMs = since()
      })
      socket.on('secureConnect', () => {
        times.secureMs = since()
      })
    })
    request.on('timeout', () => request.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    request.on('error', (error: NodeJS.ErrnoException) => fail(problemOf(error)))
    request.end()
  })
}

/** The header tells whole seconds: half a second is its middle. */
function clockOffset(header: string | undefined, nowMs: number): number | null {
  const serverMs = header === undefined ? Number.NaN : Date.parse(header)
  return Number.isNaN(serverMs) ? null : (serverMs + 500 - nowMs) / 1000
}

function problemOf({ code = '', message }: NodeJS.ErrnoException): HostProblem {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'lookupFailed'
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'refusedConnection'
  if (code === 'ETIMEDOUT') return 'timeout'
  return /CERT|SIGNED|ALTNAME/.test(code) || /certificate/i.test(message) ? 'certificate' : 'failed'
}
