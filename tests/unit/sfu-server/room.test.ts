import { expect, test } from 'vitest'
import { makeRoom } from '../../../resources/sfu-server/room.mjs'
import { SfuMethod } from '../../../shared/equipment/sfu-signalling.ts'

/** A router that says yes to everything and counts. */
function makeRouter() {
  let made = 0
  const asked: unknown[] = []
  const next = () => {
    made += 1
    return `${made}`
  }
  return {
    asked,
    closed: false,
    rtpCapabilities: { codecs: [] },
    canConsume: ({ rtpCapabilities }: { rtpCapabilities: unknown }) => rtpCapabilities !== 'none',
    async createWebRtcTransport(options: unknown) {
      asked.push(options)
      return {
        ...{ id: next(), iceParameters: {}, iceCandidates: [], dtlsParameters: {}, secret: 'not for the page' },
        setMaxIncomingBitrate: async () => undefined,
        connect: async () => undefined,
        produce: async () => ({ id: next() }),
        consume: async (options: unknown) => {
          asked.push(options)
          return { id: next(), kind: 'audio', rtpParameters: {}, resume: async () => asked.push('resumed') }
        },
      }
    },
    close() {
      this.closed = true
    },
  }
}

const here = { mediaAddress: '127.0.0.1', announcedAddress: null }
const idOf = (answer: unknown) => (answer as { id: string }).id

test('knows every method of the signalling, and no other', async () => {
  const room = makeRoom(makeRouter(), here)
  for (const method of SfuMethod.options) {
    await room.ask(method, {}).catch(error => expect(error.message).not.toBe('unknown method'))
  }
  for (const method of ['close', 'constructor', '__proto__', 'toString']) {
    await expect(room.ask(method, {})).rejects.toThrow('unknown method')
  }
})

test('what is sent is taken back: two transports, producer, consumer, which starts when told', async () => {
  const router = makeRouter()
  const room = makeRoom(router, { mediaAddress: '0.0.0.0', announcedAddress: '10.0.0.5' })
  const send = await room.ask('createTransport', {})
  expect(send).toEqual({ id: '1', iceParameters: {}, iceCandidates: [], dtlsParameters: {} })
  expect(router.asked[0]).toMatchObject({ listenIps: [{ ip: '0.0.0.0', announcedIp: '10.0.0.5' }], enableTcp: false })
  const receive = idOf(await room.ask('createTransport', {}))
  const producerId = idOf(await room.ask('produce', { transportId: idOf(send), kind: 'audio' }))
  await expect(room.ask('consume', { transportId: receive, producerId, rtpCapabilities: 'none' })).rejects.toThrow(
    'cannot consume',
  )
  const consumer = await room.ask('consume', { transportId: receive, producerId, rtpCapabilities: {} })
  expect(consumer).toMatchObject({ producerId, kind: 'audio', rtpParameters: {} })
  expect(router.asked.at(-1)).toMatchObject({ paused: true })
  await room.ask('resume', { consumerId: idOf(consumer) })
  expect(router.asked.at(-1)).toBe('resumed')
  room.close()
  expect(router.closed).toBe(true)
})

test('two of each, no more; what it does not know it refuses', async () => {
  const room = makeRoom(makeRouter(), here)
  const transportId = idOf(await room.ask('createTransport', {}))
  await room.ask('createTransport', {})
  await expect(room.ask('createTransport', {})).rejects.toThrow('too many of transport')
  const producerId = idOf(await room.ask('produce', { transportId, kind: 'audio' }))
  await room.ask('produce', { transportId, kind: 'video' })
  await expect(room.ask('produce', { transportId, kind: 'video' })).rejects.toThrow('too many of producer')
  const consume = () => room.ask('consume', { transportId, producerId, rtpCapabilities: {} })
  await consume()
  await consume()
  await expect(consume()).rejects.toThrow('too many of consumer')
  await expect(room.ask('connectTransport', { transportId: 'x' })).rejects.toThrow('unknown transport')
  await expect(room.ask('resume', {})).rejects.toThrow('unknown consumer')
})
