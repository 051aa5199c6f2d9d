import { expect, test, vi } from 'vitest'
import { makePortSocket } from '../../../../renderer/desktop/port-socket.ts'
import { type PageDoor, portMessageKind } from '../../../../shared/desktop/bridge.ts'

/** A host that hands out ports when told to; the other ends stay with the test. */
function host(door: PageDoor = 'contract') {
  const arrivals = new EventTarget()
  const asked: PageDoor[] = []
  let gone: (() => void) | null = null
  const bridge = {
    connect: (wanted: PageDoor) => void asked.push(wanted),
    onWorkstationGone(listener: () => void) {
      gone = listener
      return () => {
        gone = null
      }
    },
  }
  const socket = makePortSocket({ bridge, door, arrivals })
  const events: string[] = []
  for (const name of ['open', 'close']) socket.addEventListener(name, () => events.push(name))
  socket.addEventListener('message', event => events.push(`message ${(event as MessageEvent).data}`))
  return {
    ...{ socket, asked, events },
    sayGone: () => gone?.(),
    isHeard: () => gone !== null,
    handPort(message: unknown = { kind: portMessageKind, door }) {
      const { port1, port2 } = new MessageChannel()
      arrivals.dispatchEvent(new MessageEvent('message', { data: message, ports: [port2] }))
      return port1
    },
  }
}

test('asks for a port at once, is open with it, carries messages both ways', async () => {
  const { socket, asked, events, handPort } = host()
  expect(asked).toEqual(['contract'])
  expect(socket.readyState).toBe(WebSocket.CONNECTING)
  expect(() => socket.send('early')).toThrow('not open')
  const far = handPort()
  expect(socket.readyState).toBe(WebSocket.OPEN)
  const heard: unknown[] = []
  far.onmessage = ({ data }) => heard.push(data)
  socket.send('call')
  far.postMessage('answer')
  await vi.waitFor(() => expect(heard).toEqual(['call']))
  await vi.waitFor(() => expect(events).toEqual(['open', 'message answer']))
})

test('a port that closes is told and asked for anew', async () => {
  const { socket, asked, events, handPort } = host('recorder')
  handPort().close()
  await vi.waitFor(() => expect(events).toEqual(['open', 'close']))
  expect(asked).toEqual(['recorder', 'recorder'])
  expect(socket.readyState).toBe(WebSocket.CONNECTING)
  handPort()
  expect(events.at(-1)).toBe('open')
})

test('a workstation that is gone takes its port along, even where the port does not say so; once', () => {
  const { asked, events, sayGone, handPort } = host()
  handPort()
  sayGone()
  sayGone()
  expect(events).toEqual(['open', 'close'])
  expect(asked).toHaveLength(2)
})

test.each([
  ['another kind', { kind: 'else', door: 'contract' }],
  ['another door', { kind: portMessageKind, door: 'recorder' }],
  ['no object', 'videopriem-port'],
  ['null', null],
])('a message of %s brings no port', (_name, message) => {
  const { socket, handPort } = host()
  handPort(message)
  expect(socket.readyState).toBe(WebSocket.CONNECTING)
})

test('closed for good it asks for nothing more and hears nothing more', async () => {
  const { socket, asked, events, isHeard, handPort } = host()
  handPort()
  socket.close()
  handPort()
  expect(events).toEqual(['open', 'close'])
  expect(asked).toHaveLength(1)
  expect(isHeard()).toBe(false)
})
