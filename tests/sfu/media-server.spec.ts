import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openSfuLine } from '../../electron/equipment/sfu-line.ts'
import { unwrap } from '../../shared/contract/reply.ts'
import { type Desk, openDesk } from '../fixtures/desk.ts'
import { openEquipment } from '../fixtures/equipment-by-hand.ts'
import { until } from '../fixtures/until.ts'
import { type MediaServer, startMediaServer } from '../fixtures/webrtc/media-server.ts'
import { type PeerSeen, watchPeers } from '../fixtures/webrtc/watch-peers.ts'

/** `npm run test:sfu`: the media server of departments with a real mediasoup worker. */
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function start(checksAtOnce = 2): Promise<MediaServer> {
  const server = await startMediaServer({ checksAtOnce })
  closing.push(() => server.close())
  return server
}

function lineTo({ url, token }: Pick<MediaServer, 'url' | 'token'>) {
  const line = openSfuLine({ url, token })
  closing.push(() => line.close())
  return line
}

test('the full check of the workplace goes there and back, and is judged good', async () => {
  const server = await start()
  const desk: Desk = await openDesk({
    prepareProfile: profile =>
      writeFile(join(profile, 'check-server.json'), JSON.stringify({ url: server.url, token: server.token })),
    prepare: async context => {
      await context.addInitScript(watchPeers)
    },
  })
  closing.push(() => desk.close())
  const { screen, client } = await openEquipment(desk)
  closing.push(() => client.close())
  await screen.check('full')

  const check = await unwrap(client.calls.equipment.latest())
  const results = check?.results.filter(({ code }) => code.startsWith('server')) ?? []
  const [first, last] = server.mediaPorts
  const peers = (await desk.page.evaluate<PeerSeen[]>('window.peersSeen')).filter(
    ({ remotePort }) => remotePort >= first && remotePort <= last,
  )
  console.log(
    JSON.stringify({
      results: results.map(({ code, state, figure, detail }) => ({ code, state, figure, detail })),
      peers,
    }),
  )

  expect(results.map(({ code, state }) => [code, state])).toEqual([
    ['serverConnection', 'good'],
    ['serverRate', 'good'],
    ['serverLoss', 'good'],
    ['serverDelay', 'good'],
    ['serverJitter', 'good'],
  ])
  for (const { figure } of results.slice(1)) expect(figure).toEqual(expect.any(Number))
  const [send, receive] = [...peers].sort((one, other) => other.framesEncoded - one.framesEncoded)
  expect(peers).toHaveLength(2)
  expect(send).toMatchObject({ dtls: 'connected', framesDecoded: 0 })
  expect(send?.framesEncoded).toBeGreaterThan(50)
  expect(receive).toMatchObject({ dtls: 'connected', framesEncoded: 0 })
  expect(receive?.framesDecoded).toBeGreaterThan(50)
  // Whatever the check opened is closed with it.
  await until('the check left the server', server.output, output => output.includes('проверка окончена, идёт 0'), 5_000)
})

test('a wrong token is refused before a room is opened', async () => {
  const server = await start()
  const line = lineTo({ url: server.url, token: 'a-token-of-somebody-else-entirely' })
  await expect(line.ask('capabilities', {})).rejects.toThrow('401')
  expect(server.output()).not.toContain('проверка начата')
})

test('the worker offers Opus and VP8; a room has two transports and no more', async () => {
  const line = lineTo(await start())
  expect(await line.ask('capabilities', {})).toMatchObject({
    codecs: expect.arrayContaining([
      expect.objectContaining({ mimeType: 'audio/opus' }),
      expect.objectContaining({ mimeType: 'video/VP8' }),
    ]),
  })
  const created = await line.ask('createTransport', { direction: 'send' })
  expect(created).toMatchObject({ iceCandidates: [{ protocol: 'udp' }], dtlsParameters: { role: 'auto' } })
  await line.ask('createTransport', { direction: 'receive' })
  await expect(line.ask('createTransport', { direction: 'send' })).rejects.toThrow('too many')
  await expect(line.ask('produce', { transportId: 'strange', kind: 'audio' })).rejects.toThrow('unknown transport')
})

test('more checks at once than allowed are refused; a place is free again when one ends', async () => {
  const server = await start(1)
  const first = lineTo(server)
  await first.ask('capabilities', {})
  await expect(lineTo(server).ask('capabilities', {})).rejects.toThrow('503')
  first.close()
  await until('the place is free', server.output, output => output.includes('идёт 0'), 5_000)
  await lineTo(server).ask('capabilities', {})
})
