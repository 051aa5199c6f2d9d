import net from 'node:net'
import { text } from 'node:stream/consumers'
import { answers, hasCode, listenLocally, removeLeftover } from './local-socket.ts'

/** What a second start may ask of the first: open a window, or tell a fresh start link to be printed. */
export type SecondStartWish = 'window' | 'link'

export interface ProfileLock {
  /** From now on a second start is answered; the answer is printed by it as it is. */
  answerWith(answer: (wish: SecondStartWish) => string): void
  release(): void
}

export type ProfileLocking = { kind: 'ours'; lock: ProfileLock } | { kind: 'taken'; answer: string }

/**
 * One supervisor per profile. The lock is a local socket that is listened on: the system itself lets go of it when the
 * process dies, whichever way, and it is the address at which a second start finds the first.
 */
export async function lockProfile(path: string, wish: SecondStartWish): Promise<ProfileLocking> {
  const ready = Promise.withResolvers<(wish: SecondStartWish) => string>()
  const server = net.createServer(socket => {
    socket.setEncoding('utf8').once('data', asked => {
      const parsed = asked.toString().trim()
      if (parsed !== 'window' && parsed !== 'link') return socket.destroy()
      return void ready.promise.then(answer => socket.end(answer(parsed)))
    })
    socket.on('error', () => socket.destroy())
  })
  try {
    await listenLocally(server, path)
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE')) throw error
    if (await answers(path)) return { kind: 'taken', answer: await ask(path, wish) }
    removeLeftover(path)
    await listenLocally(server, path)
  }
  return { kind: 'ours', lock: { answerWith: ready.resolve, release: () => server.close() } }
}

async function ask(path: string, wish: SecondStartWish): Promise<string> {
  const socket = net.connect(path)
  socket.write(`${wish}\n`)
  return await text(socket)
}
