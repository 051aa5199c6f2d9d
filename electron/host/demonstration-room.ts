import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { answerRequests } from './answer-requests.ts'
import { fileSender } from './file-sender.ts'

/**
 * The stand-in room of the demonstration profile, on an origin of its own as the real room is: no cookie of ours means
 * anything there, and nothing but its own files is served.
 */

/** The room's page plays sound and pictures it makes itself; nothing of it may talk to anybody else. */
const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'microphone=(self), camera=(self), display-capture=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

const roomPage = 'room.html'
const plainPath = /^\/(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*)?$/

/** Serves the files of the room; answers its address. */
export function openDemonstrationRoom(
  server: Server,
  { port, directory }: { port: number; directory: string },
): string {
  const host = `127.0.0.1:${port}`
  answerRequests(server, async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const path = (request.url ?? '').replace(/\?.*$/s, '')
    const hosts = request.headersDistinct.host ?? []
    if (hosts.length !== 1 || hosts[0] !== host) return void response.writeHead(421).end()
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end()
    if (!plainPath.test(path)) return void response.writeHead(400).end()
    const refuse = (): void => void response.writeHead(404).end()
    const send = await fileSender()
    if (response.destroyed) return
    send(request, path === '/' ? `/${roomPage}` : path, {
      root: directory,
      dotfiles: 'deny',
      index: false,
      cacheControl: false,
    })
      .on('directory', refuse)
      .on('error', refuse)
      .pipe(response)
  })
  return `http://${host}/`
}

/** The files of the room inside the resources; null where this build has none. */
export function demonstrationRoomFiles(resourcesDirectory: string): string | null {
  const directory = join(resourcesDirectory, 'demonstration')
  return existsSync(join(directory, roomPage)) ? directory : null
}
