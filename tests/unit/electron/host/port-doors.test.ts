import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { portConnection, portSocket } from '../../../../electron/host/port-doors.ts'
import { FakeMessageChannel } from '../../../fixtures/electron/message-channel.ts'

/** Ports that really carry messages, one to another. */
function channel() {
  const { port1, port2 } = new FakeMessageChannel()
  port1.start()
  port2.start()
  return { page: port1, host: port2 }
}

test('a port is the socket the contract’s door knows: messages in and out, the end told', async () => {
  const { page, host } = channel()
  const socket = portSocket(host)
  const heard: unknown[] = []
  const closed = vi.fn()
  socket.addEventListener('message', ({ data }) => heard.push(data))
  socket.addEventListener('close', closed)
  page.postMessage('a call')
  await vi.waitFor(() => expect(heard).toEqual(['a call']))
  const answered = once(page, 'message')
  socket.send(new Uint8Array([1, 2]))
  expect((await answered)[0].data).toEqual(new Uint8Array([1, 2]))
  page.close()
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
})

test('a recorder’s port carries text and bytes apart; anything else is dropped', async () => {
  const { page, host } = channel()
  const connection = portConnection(host)
  const texts: string[] = []
  const frames: Uint8Array[] = []
  connection.onText(text => texts.push(text))
  connection.onBinary(bytes => frames.push(bytes))
  for (const message of ['hello', new Uint8Array([7, 8]), new Uint8Array([9]).buffer, { kind: 'object' }, null, 5])
    page.postMessage(message)
  await vi.waitFor(() => expect(frames).toHaveLength(2))
  expect(texts).toEqual(['hello'])
  expect(frames.map(frame => [...frame])).toEqual([[7, 8], [9]])
})

test('after the end of a recorder’s port nothing is sent and nothing is thrown', async () => {
  const { page, host } = channel()
  const connection = portConnection(host)
  const closed = vi.fn()
  connection.onClose(closed)
  page.close()
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce())
  expect(() => connection.sendText('too late')).not.toThrow()
})
