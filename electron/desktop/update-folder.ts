import { randomBytes, timingSafeEqual } from 'node:crypto'
import { basename } from 'node:path'
import send from 'send'
import { answerRequests } from '../host/answer-requests.ts'
import { listenOnLoopback } from '../host/loopback-server.ts'
import { splitTarget } from '../host/plain-path.ts'

/** A folder of updates as electron-updater can read it: its generic feed speaks HTTP only. */
export interface ServedFolder {
  /** Address of the folder, with a path nobody can guess: other programs of this computer have no business here. */
  readonly url: string
  close(): Promise<void>
}

/** What electron-builder leaves: a list and the installers it names. */
const servedName = /^[A-Za-z0-9][\w.+-]*\.(yml|exe|AppImage|deb|rpm|zip|dmg|blockmap)$/

/** Serves the files of one folder, none below it, on 127.0.0.1 for as long as an update is looked for. */
export async function serveUpdateFolder(directory: string): Promise<ServedFolder> {
  const secret = randomBytes(24).toString('hex')
  const { server, port, close } = await listenOnLoopback(null)
  answerRequests(server, (request, response) => {
    const refuse = (status: number): void => void response.writeHead(status).end()
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    // electron-updater adds «?noCache=…».
    const [path] = splitTarget(request.url ?? '/')
    const [, given = '', name = '', ...deeper] = path.split('/')
    if (!isSame(given, secret) || deeper.length > 0 || basename(name) !== name || !servedName.test(name))
      return refuse(404)
    send(request, name, { root: directory, dotfiles: 'deny', index: false, cacheControl: false })
      .on('error', () => refuse(404))
      .on('directory', () => refuse(404))
      .pipe(response)
  })
  return { url: `http://127.0.0.1:${port}/${secret}`, close }
}

const isSame = (given: string, secret: string): boolean =>
  given.length === secret.length && timingSafeEqual(Buffer.from(given), Buffer.from(secret))
