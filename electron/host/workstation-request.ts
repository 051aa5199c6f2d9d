import { type ClientRequest, request as makeRequest } from 'node:http'
import { secretHeader, type WorkstationAddress } from './workstation-messages.ts'

/** Only what is named goes through, in either direction; cookies and a forged secret stay outside. */
const passedToRecording = ['range', 'if-range', 'if-none-match', 'if-modified-since'] as const
const passedToImport = ['content-length'] as const
const passedBack = [
  'content-type',
  'content-length',
  'content-range',
  'accept-ranges',
  'etag',
  'cache-control',
] as const

/** A header by its lower-case name; whoever asks has them as an object of Node's or as `Headers`. */
export type HeaderOf = (name: string) => unknown

/** A recording, asked of the workstation's private socket for a page. Not ended yet. */
export const requestRecording = (address: WorkstationAddress, path: string, method: string, header: HeaderOf) =>
  requestOf(address, path, method, pick(header, passedToRecording))

/** A file on its way into the workstation; its bytes are to be piped into the request. */
export const requestImport = (address: WorkstationAddress, path: string, header: HeaderOf) =>
  requestOf(address, path, 'POST', pick(header, passedToImport))

/** Of the workstation's answer, what the page may see. */
export const headersBack = (header: HeaderOf): Record<string, string> => pick(header, passedBack)

/** The named headers that are there; Node joins repeated ones of these kinds into one text. */
export function pick(header: HeaderOf, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {}
  for (const name of names) {
    const value = header(name)
    if (typeof value === 'string') picked[name] = value
  }
  return picked
}

function requestOf(
  { socketPath, secret }: WorkstationAddress,
  path: string,
  method: string,
  headers: Readonly<Record<string, string>>,
): ClientRequest {
  return makeRequest({ socketPath, path, method, headers: { ...headers, [secretHeader]: secret } })
}
