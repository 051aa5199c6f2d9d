import { expect, test } from 'vitest'
import { judgePeer } from '../../../../shared/equipment/judge-peer.ts'
import { middleOf, sampleOf, steadyShare } from '../../../../shared/equipment/peer-samples.ts'
import { thresholds } from './bench.ts'

const sample = (packetsReceived: number, packetsLost: number) => ({
  ...{ packetsReceived, packetsLost, framesPerSecond: 25, roundTripMs: 1, jitterMs: 2 },
})

test('both ends of the loop in one sample', () => {
  expect(
    sampleOf([
      { type: 'inbound-rtp', kind: 'video', framesPerSecond: 24, packetsReceived: 90, packetsLost: 1 },
      { type: 'inbound-rtp', kind: 'audio', packetsReceived: 50, packetsLost: 0, jitter: 0.004 },
      { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.002 },
      { type: 'codec' },
    ]),
  ).toEqual({ framesPerSecond: 24, packetsReceived: 140, packetsLost: 1, roundTripMs: 2, jitterMs: 4 })
})

test("a media server's probe of the bandwidth is no picture, and nothing of it counts", () => {
  expect(
    sampleOf([
      { type: 'inbound-rtp', kind: 'video', mid: 'probator', packetsReceived: 30, packetsLost: 20 },
      { type: 'inbound-rtp', kind: 'video', mid: '1', framesPerSecond: 24, packetsReceived: 90, packetsLost: 1 },
    ]),
  ).toMatchObject({ framesPerSecond: 24, packetsReceived: 90, packetsLost: 1 })
})

test('one bad second of five is not a fault, three are', () => {
  const lost = (...shares: number[]) => {
    const samples = [sample(0, 0)]
    for (const share of shares) {
      const { packetsReceived = 0, packetsLost = 0 } = samples.at(-1) ?? {}
      samples.push(sample(packetsReceived + 100 - share, packetsLost + share))
    }
    return steadyShare(samples)
  }
  expect(lost(0, 40, 0, 0, 0)).toBe(0)
  expect(lost(0, 8, 8, 8, 0)).toBe(8)
})

test('too few samples say nothing', () => {
  expect(middleOf([null, 20, null, 25])).toBeNull()
  expect(middleOf([20, null, 30, 25])).toBe(25)
})

test('judged; a loop that does not connect warns', () => {
  const peer = {
    connected: true,
    connectMs: 40,
    framesPerSecond: 12,
    lossPercent: 0,
    delayMs: 1,
    jitterMs: 2,
    seconds: 6,
  }
  expect(judgePeer(thresholds, peer).filter(({ state }) => state !== 'good')).toMatchObject([{ code: 'webrtcRate' }])
  expect(judgePeer(thresholds, { ...peer, connected: false })).toMatchObject([{ state: 'warning', cause: 'failed' }])
  expect(judgePeer(thresholds, null)).toEqual([])
})
