import * as z from 'zod'
import type { TelemostProblem } from '../../shared/telemost/api-problem.ts'
import { readLink } from '../../shared/telemost/link.ts'
import type { WaitingRoomLevel } from '../../shared/telemost/waiting-room.ts'

/** A meeting as the API tells of it. */
export interface Conference {
  readonly id: string
  /** Canonical. */
  readonly url: string
  readonly meetingNumber: string
}

export type ApiReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: TelemostProblem }

/** Telemost's official API (POST, GET, PATCH conferences); never rejects, a refusal is an answer. */
export interface TelemostApi {
  create(waitingRoomLevel: WaitingRoomLevel): Promise<ApiReply<Conference>>
  read(conferenceId: string): Promise<ApiReply<Conference>>
  setWaitingRoom(conferenceId: string, waitingRoomLevel: WaitingRoomLevel): Promise<ApiReply<null>>
}

export interface TelemostApiAccess {
  /** «https://cloud-api.yandex.net/v1/telemost-api». */
  readonly address: string
  readonly token: string
  readonly timeoutMs?: number
}

const defaultTimeoutMs = 10_000
/** An answer is some hundred bytes; whatever is longer comes from somewhere else. */
const longestAnswer = 64 * 1024

const Answer = z.object({ id: z.string().min(1).max(200), join_url: z.string().max(500) })
const Refusal = z.object({ error: z.string() })

export function makeTelemostApi({ address, token, timeoutMs = defaultTimeoutMs }: TelemostApiAccess): TelemostApi {
  const base = address.replace(/\/+$/, '')

  async function ask(method: 'POST' | 'GET' | 'PATCH', path: string, body?: object): Promise<ApiReply<unknown>> {
    try {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          authorization: `OAuth ${token}`,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
        // The token goes to the address that was decided, and nowhere else.
        redirect: 'error',
      })
      const text = await textOf(response)
      const content = text === null ? undefined : parsed(text)
      return response.ok ? { ok: true, value: content } : { ok: false, problem: problemOf(response.status, content) }
    } catch (error) {
      const isTimeout = error instanceof DOMException && error.name === 'TimeoutError'
      return { ok: false, problem: isTimeout ? 'timeout' : 'unreachable' }
    }
  }

  const conference = (reply: ApiReply<unknown>): ApiReply<Conference> => {
    if (!reply.ok) return reply
    const answer = Answer.safeParse(reply.value)
    const link = answer.success ? readLink(answer.data.join_url) : null
    if (!answer.success || !link?.ok) return { ok: false, problem: 'badAnswer' }
    return { ok: true, value: { id: answer.data.id, url: link.url, meetingNumber: link.meetingNumber } }
  }
  const pathOf = (conferenceId: string) => `/conferences/${encodeURIComponent(conferenceId)}`

  return {
    create: async level => conference(await ask('POST', '/conferences', { waiting_room_level: level })),
    read: async conferenceId => conference(await ask('GET', pathOf(conferenceId))),
    async setWaitingRoom(conferenceId, level) {
      const reply = await ask('PATCH', pathOf(conferenceId), { waiting_room_level: level })
      return reply.ok ? { ok: true, value: null } : reply
    },
  }
}

/** null where it is longer than an answer: what comes packed small is not unpacked without a bound. */
async function textOf(response: Response): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength
    // Leaving the loop ends the reading.
    if (bytes > longestAnswer) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemOf(status: number, content: unknown): TelemostProblem {
  const said = Refusal.safeParse(content)
  if (status === 403) {
    return said.success && said.data.error === 'ApiRestrictedToOrganizations' ? 'organisationsOnly' : 'noRight'
  }
  return byStatus.get(status) ?? (status >= 500 ? 'serverFailed' : status >= 400 ? 'badRequest' : 'badAnswer')
}

const byStatus: ReadonlyMap<number, TelemostProblem> = new Map([
  [401, 'unauthorised'],
  [402, 'paymentRequired'],
  [404, 'notFound'],
  [429, 'tooMany'],
])
