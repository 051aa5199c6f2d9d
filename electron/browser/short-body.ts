import type { IncomingMessage } from 'node:http'
import { endIdleBody } from '../host/idle-body.ts'

const mostBytes = 1_024

/** The body of a request as text; null where it is longer than any of ours, or was cut off. */
export async function readShortBody(request: IncomingMessage): Promise<string | null> {
  endIdleBody(request)
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of request) {
      length += (piece as Buffer).length
      if (length > mostBytes) return null
      pieces.push(piece as Buffer)
    }
  } catch {
    return null
  }
  return Buffer.concat(pieces).toString('utf8')
}
