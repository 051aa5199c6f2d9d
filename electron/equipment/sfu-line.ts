import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { SfuAddress, SfuAnswer, type SfuMethod } from '../../shared/equipment/sfu-signalling.ts'

/** A line to the media server for one check; the page speaks through it, so that its policy needs no hole. */
export interface SfuLine {
  /** Rejects where the server says no, or nothing in time. */
  ask(method: SfuMethod, data: unknown): Promise<unknown>
  close(): void
}

const answerWithinMs = 5_000
const longestAnswerBytes = 256 * 1024

/** Where a department keeps its own server (`check-server.json` of the profile); null = none. Rejects for a broken file. */
export async function readSfuAddress(profileDirectory: string): Promise<SfuAddress | null> {
  const text = await readFile(join(profileDirectory, 'check-server.json'), 'utf8').catch(() => null)
  return text === null ? null : SfuAddress.parse(JSON.parse(text))
}

/** Opens the line; every question waits for it. */
export function openSfuLine({ url, token }: SfuAddress): SfuLine {
  const socket = new WebSocket(url, {
    headers: { authorization: `Bearer ${token}` },
    handshakeTimeout: answerWithinMs,
    maxPayload: longestAnswerBytes,
    perMessageDeflate: false,
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  opened.catch(() => undefined)
  const fail = (why: string) => {
    for (const { reject } of waiting.values()) reject(new Error(why))
    waiting.clear()
  }
  socket.on('error', error => fail(error.message))
  socket.on('close', () => fail('closed'))
  socket.on('message', bytes => {
    const answer = readAnswer(String(bytes))
    const asked = answer === null ? undefined : waiting.get(answer.id)
    if (!answer || !asked) return
    waiting.delete(answer.id)
    if ('error' in answer) asked.reject(new Error(answer.error))
    else asked.resolve(answer.result)
  })

  return {
    async ask(method, data) {
      await opened
      lastId += 1
      const id = lastId
      const answer = Promise.withResolvers<unknown>()
      waiting.set(id, answer)
      const timer = setTimeout(() => answer.reject(new Error('no answer')), answerWithinMs)
      socket.send(JSON.stringify({ id, method, data }))
      try {
        return await answer.promise
      } finally {
        clearTimeout(timer)
        waiting.delete(id)
      }
    },
    close: () => socket.close(),
  }
}

function readAnswer(text: string): SfuAnswer | null {
  try {
    return SfuAnswer.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
