import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  makeLineReader,
  readPacketHashLine,
  readProgressLine,
  readVersionLine,
  saysDiskFull,
} from '../../../../shared/media/ffmpeg-lines.ts'

const captured = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '../../../fixtures/ffmpeg', name), 'utf8').split('\n')

test('framehash: headings are none, packets are read, side data is ignored', () => {
  const packets = captured('framehash.txt')
    .map(readPacketHashLine)
    .filter(packet => packet !== null)
  expect(packets).toHaveLength(8)
  expect(packets[0]).toEqual({
    stream: 0,
    pts: 0,
    duration: 1,
    byteLength: 142,
    hash: '32e2cb9b43f648d2464c08485745ec90c7d73bb26652ba7e133ee53039f7c438',
  })
  expect(packets[1]).toMatchObject({ stream: 1, pts: 29, duration: 60, byteLength: 965 })
})

test.each(['', '#tb 0: 1/1000', '0, 0, 0', '0, 0, 0, 1, 142, not a hash', `x, 0, 0, 1, 142, ${'a'.repeat(64)}`])(
  'framehash: «%s» is no packet',
  line => expect(readPacketHashLine(line)).toBeNull(),
)

test('progress', () => {
  const lines = captured('progress.txt').map(readProgressLine)
  expect(lines.filter(line => line.kind === 'time')).toEqual([
    { kind: 'time', milliseconds: 1 },
    { kind: 'time', milliseconds: 13_457 },
  ])
  expect(lines.filter(line => line.kind === 'ended')).toHaveLength(1)
  expect(readProgressLine('out_time_us=N/A')).toEqual({ kind: 'other' })
})

test('version', () => {
  expect(readVersionLine(captured('version.txt')[0] ?? '')).toBe('5.1.9-0+deb12u1')
  expect(readVersionLine('ffmpeg version N-109-gabcdef Copyright (c)')).toBe('N-109-gabcdef')
  expect(readVersionLine('avconv version 9')).toBeNull()
})

test.each([
  ['av_interleaved_write_frame(): No space left on device', true],
  ['Error writing trailer: Error number -28 occurred', false],
  ['Conversion failed!', false],
])('%s', (tail, full) => expect(saysDiskFull(tail)).toBe(full))

describe('lines', () => {
  test('however the bytes are cut, the lines are the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 30 })),
        fc.array(fc.nat(400)),
        (texts, cuts) => {
          const bytes = Buffer.from(texts.map(text => `${text}\n`).join(''), 'latin1')
          const read = (pieces: readonly Buffer[]) => {
            const lines: string[] = []
            const reader = makeLineReader(line => lines.push(line))
            for (const piece of pieces) reader.push(piece)
            reader.end()
            return lines
          }
          const edges = [
            0,
            ...cuts.map(cut => cut % (bytes.length + 1)).sort((one, other) => one - other),
            bytes.length,
          ]
          expect(read(edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge)))).toEqual(read([bytes]))
        },
      ),
    )
  })

  test('a line without an end cannot grow without bound', () => {
    const lines: string[] = []
    const reader = makeLineReader(line => lines.push(line), 100)
    for (let index = 0; index < 50; index += 1) reader.push(Buffer.alloc(1000, 'a'))
    reader.end()
    expect(lines).toEqual(['a'.repeat(100)])
  })
})
