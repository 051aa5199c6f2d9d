import { describe, expect, test } from 'vitest'
import {
  buildChapterMetadata,
  buildCheckArguments,
  buildConcatList,
  buildJoinArguments,
  buildPacketHashArguments,
} from '../../../../shared/media/ffmpeg-arguments.ts'

test('a check reads stdin, keeps the times and writes one stream to stdout', () => {
  const built = buildCheckArguments('pipe:0')
  expect(built).toEqual(expect.arrayContaining(['-copyts', '-enc_time_base', '-1', 'pcm_f32le']))
  expect(built).not.toContain('-nostdin')
  expect(built.at(-1)).toBe('pipe:1')
  expect(buildCheckArguments('/r/a.mkv')).toContain('-nostdin')
})

test('both streams are mapped by name wherever packets are compared', () => {
  const join = buildJoinArguments({ listFile: 'l', output: 'o' }).join(' ')
  expect(join.match(/-map 0:v:0 -map 0:a:0 -c copy/g)).toHaveLength(2)
  expect(buildPacketHashArguments('o').join(' ')).toContain('-map 0:v:0 -map 0:a:0 -c copy')
})

describe('the list of parts', () => {
  test('a longer duration keeps the break', () => {
    expect(
      buildConcatList([
        { fileName: 'part-001.webm', untilNextMs: 9_500 },
        { fileName: 'part-002.webm', untilNextMs: null },
      ]),
    ).toBe('ffconcat version 1.0\nfile part-001.webm\nduration 9.500\nfile part-002.webm\n')
  })
  test.each(['a b', "a'b", 'a\nfile /etc/passwd', '/etc/passwd', ''])('«%s» is refused', fileName =>
    expect(() => buildConcatList([{ fileName, untilNextMs: null }])).toThrow(),
  )
})

describe('chapters', () => {
  test('in order, each until the next, the last until the end', () => {
    const text = buildChapterMetadata(
      [
        { startMs: 2000, title: 'notice' },
        { startMs: 0, title: 'part 1' },
        { startMs: 0, title: 'connected' },
      ],
      7000,
    )
    const spans = [...text.matchAll(/START=(\d+)\nEND=(\d+)\ntitle=(.*)\n/g)].map(match => match.slice(1))
    expect(spans).toEqual([
      ['0', '1', 'part 1'],
      ['0', '2000', 'connected'],
      ['2000', '7000', 'notice'],
    ])
  })
  test('a title that is no code is refused: chapters travel with the file', () => {
    expect(() => buildChapterMetadata([{ startMs: 0, title: 'Петров' }], 1)).toThrow()
    expect(() => buildChapterMetadata([{ startMs: 0, title: 'a\n[CHAPTER]' }], 1)).toThrow()
  })
})
