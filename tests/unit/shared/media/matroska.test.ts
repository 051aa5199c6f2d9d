import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeMatroskaWalker } from '../../../../shared/media/matroska.ts'

const fixtures = path.join(import.meta.dirname, '../../../fixtures/media')
const live = new Uint8Array(readFileSync(path.join(fixtures, 'chromium-part-1.webm')))

function walk(pieces: Iterable<Uint8Array>, withPayload = false) {
  const events: unknown[] = []
  const walker = makeMatroskaWalker({
    onCluster: cluster => events.push(cluster),
    onBlock: block => events.push(block),
    onDamage: offset => events.push(offset),
    withPayload,
  })
  for (const piece of pieces) walker.push(piece)
  return { events, summary: walker.summary() }
}

function split(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const edges = [0, ...cuts.map(cut => cut % (bytes.length + 1)).sort((one, other) => one - other), bytes.length]
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge))
}

describe('what Chromium writes', () => {
  const clusters: { offset: number; timecodeMs: number; startsWithKeyFrame: boolean }[] = []
  const blocks: { kind: string; timeMs: number; keyFrame: boolean }[] = []
  const walker = makeMatroskaWalker({ onCluster: one => clusters.push(one), onBlock: one => blocks.push(one) })
  walker.push(live)

  test('header, tracks and last times are those ffprobe reads', () => {
    const summary = walker.summary()
    expect(summary.headerLength).toBe(207)
    expect(summary.tracks.map(track => [track.kind, track.codecId])).toEqual([
      ['video', 'V_VP9'],
      ['audio', 'A_OPUS'],
    ])
    expect(summary.durationMs).toBeNull()
    expect(summary.damages).toBe(0)
    expect(summary.wholeUntil).toBe(live.length)
    const byKind = Object.fromEntries(summary.tracks.map(track => [track.kind, summary.lastTimeMs.get(track.number)]))
    expect(byKind).toEqual({ audio: 6934, video: 6952 })
  })

  test('16 clusters; a decoder may begin at those with a key frame in front, every 2 s', () => {
    expect(clusters).toHaveLength(16)
    expect(clusters.map(cluster => cluster.offset).slice(0, 5)).toEqual([207, 8719, 16303, 23845, 28758])
    expect(clusters.filter(cluster => cluster.startsWithKeyFrame).map(cluster => cluster.timecodeMs)).toEqual([
      0, 2008, 4032, 6074,
    ])
  })

  test('every packet ffprobe counts is a block', () => {
    expect(blocks.filter(block => block.kind === 'video')).toHaveLength(175)
    expect(blocks.filter(block => block.kind === 'audio')).toHaveLength(116)
  })
})

describe('properties', () => {
  test('any split of the bytes gives the same events', () => {
    const whole = walk([live], true)
    fc.assert(
      fc.property(fc.array(fc.nat(live.length), { maxLength: 200 }), cuts => {
        expect(walk(split(live, cuts), true)).toEqual(whole)
      }),
      { numRuns: 30 },
    )
    expect(walk(Array.from(live.subarray(0, 20_000), (_, index) => live.subarray(index, index + 1)))).toEqual(
      walk([live.subarray(0, 20_000)]),
    )
  })

  test('the caller may read every piece into one and the same Buffer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), size => {
        const buffer = Buffer.alloc(size)
        function* pieces() {
          for (let from = 0; from < live.length; from += size) {
            buffer.set(live.subarray(from, from + size))
            yield buffer.subarray(0, Math.min(size, live.length - from))
          }
        }
        expect(walk(pieces(), true)).toEqual(walk([live], true))
      }),
      { numRuns: 40 },
    )
  })

  test('a cut anywhere leaves whole blocks up to wholeUntil and no damage', () => {
    fc.assert(
      fc.property(fc.nat(live.length), cut => {
        const { summary } = walk([live.subarray(0, cut)])
        expect(summary.damages).toBe(0)
        expect(summary.wholeUntil).toBeLessThanOrEqual(cut)
        expect(summary.position).toBe(cut)
      }),
    )
  })

  test('garbage neither throws nor loops, and a split of it changes nothing', () => {
    const header = live.subarray(0, 260)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), fc.boolean(), fc.array(fc.nat(4000)), (noise, behind, cuts) => {
        const bytes = behind ? Uint8Array.from([...header, ...noise]) : noise
        expect(walk(split(bytes, cuts))).toEqual(walk([bytes]))
      }),
      { numRuns: 300 },
    )
  })

  test('flipped bytes: the walk goes on at the next cluster', () => {
    fc.assert(
      fc.property(fc.nat(live.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 }), (offset, noise) => {
        const bytes = live.slice()
        bytes.set(noise.subarray(0, bytes.length - offset), offset)
        walk([bytes])
      }),
    )
  })
})

test('a missing middle that does not end on an element is counted as damage', () => {
  const { summary } = walk([live.subarray(0, 30_000), live.subarray(41_000)])
  expect(summary.damages).toBeGreaterThan(0)
  expect(Math.max(...summary.lastTimeMs.values())).toBe(6952)
})

test('the walk can be taken up at a cluster, the tracks being known', () => {
  const offsets: number[] = []
  const walker = makeMatroskaWalker({ onCluster: cluster => offsets.push(cluster.offset) })
  walker.push(live.subarray(0, 207))
  walker.jumpToCluster(28_758)
  walker.push(live.subarray(28_758))
  const whole: number[] = []
  makeMatroskaWalker({ onCluster: cluster => whole.push(cluster.offset) }).push(live)
  expect(offsets).toEqual(whole.filter(offset => offset >= 28_758))
  expect(walker.summary().position).toBe(live.length)
})

test('memory is bounded: a leaf that claims gigabytes is damage, not a buffer', () => {
  const walker = makeMatroskaWalker()
  walker.push(live.subarray(0, 207))
  walker.push(Uint8Array.from([0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))
  walker.push(Uint8Array.from([0xe7, 0x08, 0x7f, 0xff, 0xff, 0xff]))
  expect(walker.summary().damages).toBe(1)
})
