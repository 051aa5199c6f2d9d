import { afterEach, expect, test, vi } from 'vitest'
import { socketTransport } from '../../../../../renderer/recorder/link/socket-transport.ts'

/** As the browser's own: a socket that is closing takes nothing more, and complains of what it is given. */
class FakeSocket {
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static made: FakeSocket[] = []
  readyState = FakeSocket.OPEN
  readonly bufferedAmount = 0
  readonly given: unknown[] = []
  onopen = (): void => undefined
  onclose = (): void => undefined
  constructor() {
    FakeSocket.made.push(this)
  }
  send(message: unknown): void {
    this.given.push(message)
  }
  close(): void {
    this.readyState = FakeSocket.CLOSING
  }
}

afterEach(() => {
  FakeSocket.made = []
  vi.unstubAllGlobals()
})

async function openTransport() {
  vi.stubGlobal('WebSocket', FakeSocket)
  const onOpen = vi.fn()
  const transport = socketTransport(
    'ws://127.0.0.1/recorder',
    async () => undefined,
  )({
    onOpen,
    onText: () => undefined,
    onClosed: () => undefined,
  })
  transport.tick(performance.now())
  const socket = await vi.waitFor(() => FakeSocket.made[0] ?? expect.fail('no socket was opened'))
  socket.onopen()
  expect(onOpen).toHaveBeenCalledOnce()
  return { transport, socket }
}

test('an open socket is given what is sent', async () => {
  const { transport, socket } = await openTransport()
  transport.send('status')
  expect(socket.given).toEqual(['status'])
})

test('a socket that is closing is given nothing: it would drop it and complain', async () => {
  const { transport, socket } = await openTransport()
  socket.readyState = FakeSocket.CLOSING
  transport.send('status')
  expect(socket.given).toEqual([])
})
