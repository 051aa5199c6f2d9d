import { expect, test } from 'vitest'
import { makePacketDigester } from '../../../../../electron/recording/proof/packet-proof.ts'

const line = (stream: number, packet: number) => `${stream}, 0, 0, 1, 9, ${packet.toString(16).padStart(64, '0')}\n`
const parts = [
  { videoPackets: 2, audioPackets: 1 },
  { videoPackets: 1, audioPackets: 2 },
]
const digest = (...packets: [number, number][]) => {
  const digester = makePacketDigester(parts)
  for (const [stream, packet] of packets) digester.push(Buffer.from(line(stream, packet)))
  return digester.finish()
}
const usual: [number, number][] = [
  [0, 1],
  [1, 11],
  [0, 2],
  [0, 3],
  [1, 12],
  [1, 13],
]

test('how the streams are interleaved does not matter, the order within a stream does', () => {
  const sorted = [...usual].sort(([one], [other]) => one - other)
  expect(digest(...sorted)).toEqual(digest(...usual))
  const swapped = usual.map(([stream, packet]): [number, number] => [
    stream,
    packet === 1 ? 2 : packet === 2 ? 1 : packet,
  ])
  expect(digest(...swapped).parts[0]?.videoPacketsSha256).not.toBe(digest(...usual).parts[0]?.videoPacketsSha256)
  expect(digest(...swapped).parts[1]).toEqual(digest(...usual).parts[1])
})

test.each([
  ['a changed packet', usual.map(([stream, packet]): [number, number] => [stream, packet === 12 ? 99 : packet])],
  ['a missing one', usual.filter(([, packet]) => packet !== 3)],
  ['one too many', [...usual, [1, 14] as [number, number]]],
])('%s is seen', (_, packets) => {
  expect(digest(...packets)).not.toEqual(digest(...usual))
})
