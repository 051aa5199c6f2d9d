import { chmod, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeFilm } from '../../../electron/recording/proof/decode-film.ts'
import { type SealProgress, sealRecording } from '../../../electron/recording/proof/seal.ts'
import { verifySealed } from '../../../electron/recording/proof/verify-sealed.ts'
import { sealedFileName } from '../../../shared/recording/part-log.ts'
import { slipText } from '../../../shared/recording/slip-text.ts'
import {
  chromiumTake,
  type Folder,
  ffmpegPath,
  generatedTake,
  makeFolder,
  probe,
  soundFirst,
  thresholds,
  zeroAtMs,
} from './recording-folder.ts'

const now = () => zeroAtMs + 3_600_000
const seal = ({ directory }: Folder) => sealRecording({ directory, ffmpegPath, thresholds, now })
const sealedFile = ({ directory, recordingId }: Folder) => path.join(directory, sealedFileName(recordingId))
const codes = (slip: { remarks: readonly { code: string }[] }) => slip.remarks.map(remark => remark.code)
const rawParts = async ({ directory }: Folder) => (await readdir(directory)).filter(name => name.endsWith('.webm'))

const first = await chromiumTake(1)
const second = await chromiumTake(2)
const voice = (hertz: number) => `sine=frequency=${hertz}:sample_rate=48000`
const silence = 'anullsrc=r=48000:cl=mono'

describe('a sound recording', () => {
  test('one part: proven file, exact duration, chapters, papers, no raw parts, nobody else may read it', async () => {
    const folder = await makeFolder(
      [{ take: first, startsAfterMs: 0 }],
      [
        { kind: 'room', atMs: zeroAtMs, choiceId: '11111111-1111-4111-8111-111111111111', by: 'person' },
        { kind: 'marker', code: 'connected', atMs: zeroAtMs },
        { kind: 'marker', code: 'notice', atMs: zeroAtMs + 2500 },
        { kind: 'document', fromMs: zeroAtMs + 3000, toMs: zeroAtMs + 4000 },
        { kind: 'finished', atMs: zeroAtMs + 7000 },
      ],
    )
    const steps: SealProgress[] = []
    const { directory } = folder
    const { manifest, slip } = await sealRecording({
      directory,
      ffmpegPath,
      thresholds,
      now,
      onProgress: step => steps.push(step),
    })
    expect(slip.remarks).toEqual([])
    expect(slip.verdict).toBe('sound')
    expect(slip.separationDb).toBeGreaterThan(40)
    expect(slip.documentIntervals).toEqual([{ startMs: 3000, endMs: 4000 }])
    // No report of the pump is in this log: what is not known is said.
    expect(slipText(slip)).toBe(
      'Запись полная: 0:07 из 0:07. Изображение есть. Слышны гражданин и специалист. Перерывов нет. Гражданина в записываемой комнате узнал специалист. Менялось ли изображение, не проверено.',
    )
    expect(steps.at(-1)).toEqual({ step: 'writing', share: 1 })

    const found = await probe(sealedFile(folder), '-show_format', '-show_streams', '-show_chapters')
    expect(found).toMatchObject({
      streams: [{ codec_name: 'vp9' }, { codec_name: 'opus', channels: 2 }],
      chapters: [{ tags: { title: 'part 1' } }, { tags: { title: 'connected' } }, { tags: { title: 'notice' } }],
    })
    const { format } = found as { format: { duration: string; size: string } }
    expect(Number(format.duration) * 1000).toBeCloseTo(slip.durationMs, 3)
    expect(slip.durationMs).toBeGreaterThan(6_950)
    expect(slip.durationMs).toBeLessThan(7_000)
    expect(Number(format.size)).toBe(slip.byteLength)
    expect(manifest).toMatchObject({ file: sealedFileName(folder.recordingId), sha256: slip.sha256, format: 1 })
    expect(manifest.parts).toMatchObject([
      { partNumber: 1, offsetMs: 0, chunkCount: 14, byteLength: first.bytes.length },
    ])

    expect(await rawParts(folder)).toEqual([])
    for (const name of [sealedFileName(folder.recordingId), 'manifest.json', 'slip.json'])
      expect((await stat(path.join(directory, name))).mode & 0o777).toBe(0o600)
    expect(await verifySealed({ directory, ffmpegPath })).toEqual({
      intact: true,
      sha256: slip.sha256,
      decodeErrors: null,
    })
    expect(await decodeFilm({ file: sealedFile(folder), ffmpegPath })).toBe(0)
    // Again: the same papers, nothing redone.
    expect(await seal(folder)).toEqual({ manifest, slip })
  })

  test('two parts keep their wall-clock places; the break is a hole, a chapter and a gap with its cause', async () => {
    const folder = await makeFolder(
      [
        { take: first, startsAfterMs: 0, end: 'recorderLost' },
        { take: second, startsAfterMs: 9_500 },
      ],
      [{ kind: 'marker', code: 'noticeRepeated', atMs: zeroAtMs + 10_000 }],
    )
    const { slip, manifest } = await seal(folder)
    expect(slip.gaps).toEqual([{ startMs: expect.closeTo(6_994, -1), endMs: 9_500, cause: 'recorderLost' }])
    expect(codes(slip)).toEqual(['gap'])
    expect(slip.verdict).toBe('doubtful')
    expect(manifest.parts.map(part => part.offsetMs)).toEqual([0, 9_500])
    expect(slip.durationMs).toBeCloseTo(9_500 + 3_980, -2)

    const { packets, chapters } = (await probe(
      sealedFile(folder),
      '-show_chapters',
      ...['-show_packets', '-select_streams', 'v', '-show_entries', 'packet=pts_time'],
    )) as { packets: { pts_time: string }[]; chapters: { start_time: string; tags: { title: string } }[] }
    const times = packets.map(packet => Number(packet.pts_time))
    expect(times.filter(time => time > 6.96 && time < 9.5)).toEqual([])
    expect(times.find(time => time > 7)).toBe(9.5)
    expect(chapters.map(chapter => [Number(chapter.start_time), chapter.tags.title])).toEqual([
      [0, 'part 1'],
      [expect.closeTo(6.994, 1), 'gap recorderLost'],
      [9.5, 'part 2'],
      [10, 'noticeRepeated'],
    ])
    expect(await rawParts(folder)).toEqual([])
  })

  test('parts whose tracks stand in another order are joined by kind', async () => {
    const folder = await makeFolder([
      { take: first, startsAfterMs: 0, end: 'workstationDied' },
      { take: await soundFirst(second), startsAfterMs: 7_200 },
    ])
    const { slip } = await seal(folder)
    expect(slip.remarks).toEqual([])
    expect(slip.separationDb).toBeGreaterThan(40)
    expect(await verifySealed({ ...folder, ffmpegPath })).toMatchObject({ intact: true })
    expect(await decodeFilm({ file: sealedFile(folder), ffmpegPath })).toBe(0)
  })

  test('parts of different sizes are one film: each picture keeps its own', async () => {
    const take = (size: string) =>
      generatedTake({
        seconds: 4,
        picture: `testsrc2=size=${size}:rate=25`,
        citizen: voice(440),
        specialist: voice(1000),
      })
    const folder = await makeFolder([
      { take: await take('288x180'), startsAfterMs: 0, end: 'workstationDied' },
      { take: await take('320x180'), startsAfterMs: 4_200 },
    ])
    const { slip } = await seal(folder)
    expect(codes(slip)).not.toContain('decodeErrors')
    expect(slip.verdict).not.toBe('damaged')
    expect(slip.coverage?.picture.longestHoleMs).toBeLessThan(500)
    expect(await verifySealed({ ...folder, ffmpegPath })).toMatchObject({ intact: true })
    expect(await decodeFilm({ file: sealedFile(folder), ffmpegPath })).toBe(0)
    const { frames } = (await probe(
      sealedFile(folder),
      ...['-show_frames', '-select_streams', 'v', '-show_entries', 'frame=width'],
    )) as { frames: { width: number }[] }
    expect(frames.map(({ width }) => width).filter((width, index, all) => width !== all[index - 1])).toEqual([288, 320])
  })

  test('a clock set back between parts: they stand one behind the other', async () => {
    const folder = await makeFolder([
      { take: first, startsAfterMs: 0, end: 'sleep' },
      { take: second, startsAfterMs: -60_000 },
    ])
    const { slip } = await seal(folder)
    expect(slip.gaps).toEqual([])
    expect(slip.durationMs).toBeCloseTo(6_994 + 3_980, -2)
    expect(codes(slip)).toEqual([])
  })
})

describe('what a kill leaves', () => {
  test.each([0.13, 0.37, 0.62, 0.88, 0.999])('a tail cut at %f of the bytes is no damage', async share => {
    const kept = Math.floor(first.bytes.length * share)
    let bytes = 0
    const folder = await makeFolder([
      {
        take: first,
        startsAfterMs: 0,
        end: null,
        onDisk: all => all.subarray(0, kept),
        // The sink logs a chunk after its bytes are on disk, so the log never runs ahead.
        onLog: lines =>
          lines.filter(line => {
            if (line.kind === 'chunk') bytes += line.byteLength
            return line.kind !== 'chunk' || bytes <= kept
          }),
      },
    ])
    const { slip } = await seal(folder)
    expect(slip.remarks.filter(remark => remark.severity === 'damage')).toEqual([])
    expect(slip.decodeErrors).toBe(0)
    expect(slip.durationMs / 6_994).toBeGreaterThan(share - 0.1)
    expect(await rawParts(folder)).toEqual([])
  })

  test('an empty second part says nothing and loses nothing', async () => {
    const folder = await makeFolder([
      { take: first, startsAfterMs: 0 },
      { take: { ...first, bytes: Buffer.alloc(0), chunks: [] }, startsAfterMs: 9_000, end: 'powerLost' },
    ])
    const { slip, manifest } = await seal(folder)
    expect(slip.verdict).toBe('sound')
    expect(manifest.parts).toHaveLength(1)
  })
})

describe('damage is found and the raw parts stay', () => {
  const dropped = 5
  const without = (bytes: Buffer) => {
    const from = first.chunks.slice(0, dropped).reduce((sum, chunk) => sum + chunk.byteLength, 0)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + (first.chunks[dropped]?.byteLength ?? 0))])
  }

  test('a dropped chunk the log knows to be missing', async () => {
    const folder = await makeFolder([
      {
        take: first,
        startsAfterMs: 0,
        onDisk: without,
        onLog: lines => lines.filter(line => line.kind !== 'chunk' || line.sequence !== dropped),
      },
    ])
    const { slip } = await seal(folder)
    expect(slip.verdict).toBe('damaged')
    expect(slip.remarks).toContainEqual({ code: 'chunkMissing', severity: 'damage', value: 1 })
    expect(await rawParts(folder)).toEqual(['part-001.webm'])
  })

  test('a dropped chunk nobody logged at all: by decoding', async () => {
    const folder = await makeFolder([
      { take: first, startsAfterMs: 0, onDisk: without, onLog: lines => lines.filter(line => line.kind !== 'chunk') },
    ])
    const { slip } = await seal(folder)
    expect(slip.verdict).toBe('damaged')
    expect(codes(slip)).toContain('decodeErrors')
  })

  test('bytes changed on disk: by the hash of the chunk', async () => {
    const folder = await makeFolder([
      {
        take: first,
        startsAfterMs: 0,
        onDisk: bytes => {
          const changed = Buffer.from(bytes)
          changed[50_000] = (changed[50_000] ?? 0) ^ 0xff
          return changed
        },
      },
    ])
    const { slip } = await seal(folder)
    expect(slip.verdict).toBe('damaged')
    expect(codes(slip)).toContain('chunkMissing')
  })

  test('a part without its first chunk is unreadable; the readable part is sealed, all bytes stay', async () => {
    const folder = await makeFolder([
      { take: first, startsAfterMs: 0 },
      { take: second, startsAfterMs: 9_000, onDisk: bytes => bytes.subarray(second.chunks[0]?.byteLength ?? 0) },
    ])
    const { slip } = await seal(folder)
    expect(slip.verdict).toBe('damaged')
    expect(codes(slip)).toContain('unreadable')
    expect(await rawParts(folder)).toEqual(['part-001.webm', 'part-002.webm'])
    expect((await stat(path.join(folder.directory, 'part-002.webm'))).size).toBeGreaterThan(40_000)
    expect(slip.durationMs).toBeCloseTo(6_994, -2)
  })

  test('nothing but noise: a slip that says so, no file, the bytes stay', async () => {
    const noise = { ...first, bytes: Buffer.alloc(5_000, 'no Matroska at all'), chunks: [] }
    const folder = await makeFolder([{ take: noise, startsAfterMs: 0, end: null }])
    const { slip } = await seal(folder)
    expect(slip).toMatchObject({ verdict: 'damaged', durationMs: 0, byteLength: 0 })
    expect(codes(slip)).toContain('unreadable')
    expect((await readdir(folder.directory)).sort()).toEqual([
      'manifest.json',
      'part-001.log',
      'part-001.webm',
      'session.json',
      'session.log',
      'slip.json',
    ])
  })

  test('a recording without any part', async () => {
    const { slip } = await seal(await makeFolder([]))
    expect(slip).toMatchObject({ verdict: 'damaged', durationMs: 0, recordedMs: 0, wallClockMs: 0 })
  })
})

describe('what is heard and seen', () => {
  test('a silent citizen', async () => {
    const take = await generatedTake({ seconds: 6, citizen: silence, specialist: voice(500) })
    const { slip } = await seal(await makeFolder([{ take, startsAfterMs: 0 }]))
    expect(codes(slip)).toEqual(['citizenSilent'])
    expect(slip.citizenSilentShare).toBeGreaterThan(0.99)
    expect(slip.specialistSilentShare).toBeLessThan(0.05)
    expect(slipText(slip)).toContain('Слышен только специалист.')
  })

  test('both voices in both channels: no separation', async () => {
    const take = await generatedTake({ seconds: 6, citizen: voice(300), specialist: voice(700), mono: true })
    const { slip } = await seal(await makeFolder([{ take, startsAfterMs: 0 }]))
    expect(codes(slip)).toEqual(['separationLow'])
    expect(slip.separationDb).toBeLessThan(1)
  })

  test('a black picture; a still one is no remark as long as the pump moved', async () => {
    const picture = 'color=c=black:size=320x180:rate=5'
    const take = await generatedTake({ seconds: 6, picture, citizen: voice(300), specialist: silence })
    const { slip } = await seal(await makeFolder([{ take, startsAfterMs: 0 }]))
    expect(codes(slip)).toEqual(['specialistSilent', 'blackPicture'])
    expect(slip.blackShare).toBe(1)
  })

  test('sound missing inside a part is counted from packet times', async () => {
    // The middle third has no sound at all: its packets are left out before muxing.
    const take = await generatedTake({
      seconds: 9,
      citizen: `${voice(300)},aselect='lt(t,3)+gt(t,6)'`,
      specialist: `${voice(700)},aselect='lt(t,3)+gt(t,6)'`,
    })
    const { slip } = await seal(await makeFolder([{ take, startsAfterMs: 0 }]))
    expect(slip.audioHoleCount).toBeGreaterThan(0)
    expect(slip.audioHolesMs).toBeGreaterThan(2_500)
    expect(slip.audioHolesMs).toBeLessThan(3_500)
    expect(slip.remarks).toContainEqual({ code: 'audioHoles', severity: 'damage', value: slip.audioHolesMs })
  })
})

describe('what stands in the way is a typed refusal and loses nothing', () => {
  test('no ffmpeg', async () => {
    const folder = await makeFolder([{ take: first, startsAfterMs: 0 }])
    const attempt = sealRecording({ ...folder, ffmpegPath: '/nowhere/ffmpeg', thresholds, now })
    await expect(attempt).rejects.toMatchObject({ failure: 'noFfmpeg' })
    expect(await rawParts(folder)).toEqual(['part-001.webm'])
    expect((await seal(folder)).slip.verdict).toBe('sound')
  })

  test('stopped in the middle; the next run seals', async () => {
    const folder = await makeFolder([{ take: first, startsAfterMs: 0 }])
    const abort = new AbortController()
    const attempt = sealRecording({
      ...folder,
      ffmpegPath,
      thresholds,
      now,
      signal: abort.signal,
      onProgress: ({ step }) => step === 'joining' && abort.abort(),
    })
    await expect(attempt).rejects.toMatchObject({ failure: 'stopped' })
    expect((await readdir(folder.directory)).filter(name => name.endsWith('.sealing'))).toEqual([])
    expect(await rawParts(folder)).toEqual(['part-001.webm'])
    expect((await seal(folder)).slip.verdict).toBe('sound')
  })

  test('no session file', async () => {
    const folder = await makeFolder([{ take: first, startsAfterMs: 0 }])
    await writeFile(path.join(folder.directory, 'session.json'), '{"half')
    await expect(seal(folder)).rejects.toMatchObject({ failure: 'noSession' })
    expect(await rawParts(folder)).toEqual(['part-001.webm'])
  })
})

describe('verification', () => {
  const sealed = async () => {
    const folder = await makeFolder([{ take: first, startsAfterMs: 0 }])
    const { slip } = await seal(folder)
    await chmod(sealedFile(folder), 0o600)
    return { folder, file: sealedFile(folder), slip }
  }

  test('a cut file is not intact, and is decoded for what can still be read of it', async () => {
    const { folder, file, slip } = await sealed()
    await truncate(file, slip.byteLength - 20_000)
    const check = await verifySealed({ ...folder, ffmpegPath })
    expect(check.intact).toBe(false)
    expect(check.sha256).not.toBe(slip.sha256)
    expect(check.decodeErrors).toBe(await decodeFilm({ file, ffmpegPath }))
  })

  test('one changed bit is not intact, wherever it lies and whether it decodes or not', async () => {
    const { folder, file, slip } = await sealed()
    const bytes = await readFile(file)
    for (const at of [4, Math.floor(slip.byteLength / 2), slip.byteLength - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      await writeFile(file, changed)
      const check = await verifySealed({ ...folder, ffmpegPath })
      expect(check, `byte ${at}`).toMatchObject({ intact: false, decodeErrors: expect.any(Number) })
    }
    await writeFile(file, bytes)
    expect(await verifySealed({ ...folder, ffmpegPath })).toMatchObject({ intact: true, decodeErrors: null })
  })

  test('the same bytes are not decoded again: no tool is needed for them', async () => {
    const { folder } = await sealed()
    const nowhere = path.join(folder.directory, 'no-ffmpeg')
    expect(await verifySealed({ ...folder, ffmpegPath: nowhere })).toMatchObject({ intact: true, decodeErrors: null })
  })
})
