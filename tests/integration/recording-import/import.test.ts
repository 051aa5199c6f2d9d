import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { locateFfmpeg } from '../../../electron/media/locate-ffmpeg.ts'
import { runTool } from '../../../electron/media/run-tool.ts'
import { type ImportService, makeImportService } from '../../../electron/recording/import/import-service.ts'
import { makeImportStore } from '../../../electron/recording/import/import-store.ts'
import { makeInbox } from '../../../electron/recording/import/inbox.ts'
import { readForeignFile } from '../../../electron/recording/import/read-foreign-file.ts'
import { decodeFilm } from '../../../electron/recording/proof/decode-film.ts'
import { verifySealed } from '../../../electron/recording/proof/verify-sealed.ts'
import type { RecordedReception } from '../../../electron/recording/recorded-reception.ts'
import { readThresholds } from '../../../electron/recording/recording-proof.ts'
import { recordingSession } from '../../../electron/recording/recording-session.ts'
import { done, type Reply } from '../../../shared/contract/reply.ts'
import { Manifest, Slip } from '../../../shared/recording/slip.ts'
import { slipText } from '../../../shared/recording/slip-text.ts'
import { openStores, registrationOf } from '../../unit/electron/database/fixture.ts'

const located = await locateFfmpeg({ setting: null, platform: process.platform, environment: process.env })
if (located.kind === 'refused') throw new Error('no ffmpeg')
const ffmpegPath = located.path
const thresholds = await readThresholds('resources/recording-thresholds.json')

/** Files as Telemost or a wrong hand would give them, made once. */
let films: string
beforeAll(async () => {
  films = await mkdtemp(join(tmpdir(), 'videopriem-films-'))
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10']
  const voice = ['-f', 'lavfi', '-i', 'sine=frequency=300:sample_rate=48000']
  const hush = ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=mono']
  const vp8 = [
    ...['-c:v', 'libvpx', '-threads', '1', '-b:v', '200k', '-deadline', 'realtime', '-cpu-used', '8'],
    ...['-c:a', 'libopus'],
  ]
  const mp4 = ['-c:v', 'mpeg4', '-c:a', 'aac']
  const date = ['-metadata', 'creation_time=2026-11-20T02:03:00Z']
  const make = async (name: string, args: readonly string[]) => {
    const ending = await runTool({
      program: ffmpegPath,
      arguments: ['-v', 'error', '-nostdin', ...args, '-y', join(films, name)],
    })
    if (ending.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(ending)}`)
  }
  await make('talk.webm', [...picture, ...voice, ...vp8, ...date, '-t', '8'])
  await make('talk.mp4', [...picture, ...voice, ...mp4, ...date, '-t', '8'])
  await make('undated.webm', [...picture, ...voice, ...vp8, '-fflags', '+bitexact', '-t', '6'])
  await make('silent.webm', [...picture, ...hush, ...vp8, ...date, '-t', '6'])
  await make('short.webm', [...picture, ...voice, ...vp8, '-t', '2'])
  await make('no-sound.webm', [...picture, ...vp8, '-t', '6'])
  await make('no-picture.webm', [...voice, '-c:a', 'libopus', '-t', '6'])
  // Whole films that look odd: a clock that does not begin at nought, as of a recorder that had run before; pictures that
  // lean on a group before the first one; a length the header does not tell.
  await make('from-1000-s.mkv', [...picture, ...voice, ...vp8, ...date, '-t', '8', '-output_ts_offset', '1000'])
  await make('from-1000-s.mp4', [...picture, ...voice, ...mp4, ...date, '-t', '8', '-output_ts_offset', '1000'])
  const openGroups = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '20', '-bf', '2', '-c:a', 'aac']
  const open = ['-x264-params', 'open-gop=1:scenecut=0:b-adapt=0']
  await make('open-groups.mkv', [...picture, ...voice, ...openGroups, ...open, ...date, '-t', '12'])
  await make('begun-in-open-group.mkv', [
    ...['-noaccurate_seek', '-ss', '3', '-i', join(films, 'open-groups.mkv'), '-c', 'copy', '-copyinkf'],
    ...[...date, '-t', '8'],
  ])
  await make('no-length.webm', [...picture, ...voice, ...vp8, ...date, '-t', '8', '-live', '1', '-f', 'webm'])
  // What was lost inside a file that is whole by its container: a track for a third of it, the rest of a cut one.
  const third = (track: 'sound' | 'picture') => [
    ...(track === 'sound' ? picture : ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10:duration=10']),
    ...(track === 'picture' ? voice : ['-f', 'lavfi', '-i', 'sine=frequency=300:sample_rate=48000:duration=10']),
  ]
  await make('sound-for-a-third.webm', [...third('sound'), ...vp8, ...date, '-t', '30'])
  await make('picture-for-a-third.webm', [...third('picture'), ...vp8, ...date, '-t', '30'])
  await make('whole-30-s.webm', [...picture, ...voice, ...vp8, ...date, '-t', '30'])
  const whole = await readFile(join(films, 'whole-30-s.webm'))
  await writeFile(join(films, 'cut-to-a-third.webm'), whole.subarray(0, whole.length / 3))
  const talk = await readFile(join(films, 'talk.mp4'))
  await writeFile(join(films, 'cut.mp4'), talk.subarray(0, talk.length / 2))
  await writeFile(join(films, 'list.mp4'), '#EXTM3U\n#EXTINF:10,\nfile:///etc/hostname\n')
  await writeFile(join(films, 'letter.docx'), 'PK\x03\x04 not a film')
}, 120_000)
afterAll(() => rm(films, { recursive: true, force: true }))

let stores: ReturnType<typeof openStores>
let root: string
let service: ImportService
let reception: RecordedReception
beforeEach(async () => {
  stores = openStores()
  root = await mkdtemp(join(stores.folder.path, 'imports-'))
  const { receptionId } = stores.applications.create(registrationOf(stores.session))
  reception = {
    receptionId,
    journalNumber: 1,
    shortName: 'Петров П. П.',
    appointedAt: '2026-11-20T02:00:00Z',
    connectedAt: '2026-11-20T02:02:00Z',
    endedAt: '2026-11-20T02:02:08Z',
    outcome: 'held',
    begun: true,
  }
  const { read, write } = stores.database
  service = makeImportService({
    inbox: makeInbox({ rootDirectory: root }),
    readFile: (file, signal) => readForeignFile({ ffmpegPath, file, thresholds, signal }),
    store: stores.recordings,
    imports: makeImportStore({ read, write, place: stores.accounts.place }),
    write,
    receptionOf: () => done(reception),
    sessionFor: (who, recordingId) =>
      recordingSession(
        who,
        { recordingId, receptionId, startedAt: reception.connectedAt ?? reception.appointedAt },
        { retentionYears: 2, program: '0.1.0', regulation: 'kuzbass-121@1' },
      ),
    directoryOf: session => join(root, '2026/11', session.recordingId),
    spareBytes: () => Promise.resolve(1_000_000_000),
    sessionLife: stores.accounts.life,
    thresholds,
    announce: () => undefined,
    clock: stores.clock,
    log: pino({ level: 'silent' }),
  })
})
afterEach(async () => {
  stores.close()
  await rm(root, { recursive: true, force: true })
})

const takenOf = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(reply.fault.hint)
  return reply.value
}
async function upload(name: string): Promise<string> {
  const file = join(films, name)
  const { size } = await stat(file)
  const { importId, url } = takenOf(
    await service.begin(stores.session, { receptionId: reception.receptionId, fileName: name, byteLength: size }),
  )
  expect(await service.receive(url.slice('/imports/'.length), createReadStream(file))).toBe(204)
  return importId
}
const check = async (name: string) => service.check(stores.session, await upload(name))
const waiting = async () => (await readdir(join(root, 'incoming')).catch(() => [])).length
const journalRow = () =>
  stores.journal.list({
    filter: { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false },
    offset: 0,
    limit: 1,
  }).rows[0]

describe.each(['talk.webm', 'talk.mp4'])('%s', name => {
  test('is taken over as it is, with papers, retention and origin', async () => {
    const facts = takenOf(await check(name))
    expect(facts).toMatchObject({ warnings: [], madeAt: '2026-11-20T02:03:00.000Z' })
    expect(facts.slip).toMatchObject({ verdict: 'sound', origin: 'telemost', separationDb: null })
    expect(Math.abs(facts.slip.durationMs - 8000)).toBeLessThan(200)
    const { recordingId } = takenOf(await service.accept(stores.session, { importId: facts.importId, despite: [] }))

    const directory = join(root, '2026/11', recordingId)
    const ending = name.split('.')[1]
    expect((await readdir(directory)).sort()).toEqual(
      [`${recordingId}.${ending}`, 'manifest.json', 'session.json', 'slip.json'].sort(),
    )
    const bytes = await readFile(join(directory, `${recordingId}.${ending}`))
    expect(bytes).toEqual(await readFile(join(films, name)))
    const manifest = Manifest.parse(JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(manifest).toMatchObject({ sha256, origin: 'telemost', retainUntil: '2028-11-20' })
    expect(Slip.parse(JSON.parse(await readFile(join(directory, 'slip.json'), 'utf8')))).toEqual(facts.slip)
    // The file's own name may hold a surname: the database alone knows it.
    for (const paper of ['manifest.json', 'session.json', 'slip.json'])
      expect(await readFile(join(directory, paper), 'utf8')).not.toContain(name)

    expect(stores.recordings.card(recordingId)).toMatchObject({ state: 'sealed', origin: 'telemost' })
    expect(journalRow()?.recordingId).toBe(recordingId)
    expect(stores.eventLog.list({ offset: 0, limit: 1 })[0]).toMatchObject({ kind: 'recordingImported' })
    expect(await verifySealed({ directory, ffmpegPath })).toMatchObject({ intact: true })
    expect(await decodeFilm({ file: join(directory, manifest.file), ffmpegPath })).toBe(0)
    expect(await waiting()).toBe(0)
    expect(slipText(facts.slip)).toMatch(/^Запись полная: 0:08 из 0:08\. Звук слышен\. Получена из Телемоста/)
  })
})

test.each(['from-1000-s.mkv', 'from-1000-s.mp4', 'open-groups.mkv', 'begun-in-open-group.mkv', 'no-length.webm'])(
  '%s is odd and good: nothing is held against it, and its length is its own',
  async name => {
    const { slip } = takenOf(await check(name))
    expect(slip).toMatchObject({ verdict: 'sound', remarks: [] })
    expect(slip.durationMs).toBeGreaterThan(7_000)
    expect(slip.durationMs).toBeLessThan(13_000)
  },
)

test.each([
  ['letter.docx', /не видеозапись/],
  ['list.mp4', /не видеозапись/],
  ['no-sound.webm', /нет звука/],
  ['no-picture.webm', /нет изображения/],
  ['short.webm', /короче пяти секунд/],
  ['cut.mp4', /не читается/],
])('%s is refused in words and nothing of it is kept', async (name, words) => {
  const reply = await check(name)
  expect(reply).toMatchObject({ ok: false, fault: { code: 'importRefused' } })
  if (!reply.ok) expect(reply.fault.hint).toMatch(words)
  expect(await waiting()).toBe(0)
  expect(stores.recordings.list({ offset: 0, limit: 1 }).total).toBe(0)
})

test('a file that says nothing of its day, or another one, waits for the word of the person', async () => {
  expect(takenOf(await check('undated.webm')).warnings).toEqual(['noDate'])
  reception = { ...reception, connectedAt: '2026-11-23T02:02:00Z', endedAt: '2026-11-23T02:02:08Z' }
  const { importId, warnings } = takenOf(await check('talk.webm'))
  expect(warnings).toEqual(['anotherDay'])
  expect(await service.accept(stores.session, { importId, despite: [] })).toMatchObject({
    ok: false,
    fault: { code: 'refusedByRule' },
  })
  takenOf(await service.accept(stores.session, { importId, despite: warnings }))
})

test('silence and a file much shorter than the talk are judged by the same thresholds', async () => {
  const { slip } = takenOf(await check('silent.webm'))
  expect(slip).toMatchObject({
    verdict: 'damaged',
    remarks: [{ code: 'shorterThanWallClock' }, { code: 'soundSilent' }],
  })
  expect(slipText(slip)).toMatch(/^Запись неполная: 0:06 из 0:08\. Звука почти не слышно\./)
})

describe('a file of thirty seconds, of a talk of thirty', () => {
  beforeEach(() => {
    reception = { ...reception, endedAt: '2026-11-20T02:02:30Z' }
  })

  test('whole: nothing is held against it', async () => {
    expect(takenOf(await check('whole-30-s.webm')).slip).toMatchObject({ verdict: 'sound', remarks: [] })
  })

  test.each([
    ['sound-for-a-third.webm', 'audioHoles', 'damaged'],
    // A film of another program may write no picture while nothing moves: a person looks.
    ['picture-for-a-third.webm', 'pictureMissing', 'doubtful'],
  ])('%s is not called whole, and the slip says what is missing and for how long', async (name, code, verdict) => {
    const { slip } = takenOf(await check(name))
    expect(slip.verdict).toBe(verdict)
    const missing = slip.remarks.find(remark => remark.code === code)
    expect(missing?.value).toBeGreaterThan(18_000)
    expect(slipText(slip)).not.toMatch(/^Запись полная/)
  })

  test('cut to a third: what its header knows of is missing, also where nobody marked the talk', async () => {
    for (const endedAt of ['2026-11-20T02:02:30Z', null]) {
      reception = { ...reception, endedAt }
      const { slip } = takenOf(await check('cut-to-a-third.webm'))
      expect(slip.verdict).not.toBe('sound')
      expect(slipText(slip)).not.toMatch(/0:(?:09|1\d) из 0:(?:09|1\d)/)
      expect(slipText(slip)).not.toMatch(/^Запись полная/)
    }
  })
})

test('the same bytes are not taken over twice', async () => {
  const { importId } = takenOf(await check('talk.webm'))
  takenOf(await service.accept(stores.session, { importId, despite: [] }))
  const again = await check('talk.webm')
  expect(again.ok ? '' : again.fault.hint).toMatch(/уже добавлен/)
})

test('cancelled: nothing stays, and the file is not waited for any more', async () => {
  const importId = await upload('talk.webm')
  const checking = service.check(stores.session, importId)
  await service.cancel(stores.session, importId)
  expect(await checking).toMatchObject({ ok: false, fault: { code: 'notFound' } })
  expect(await waiting()).toBe(0)
})

test('an upload cut off can be begun again; nothing of the first is kept', async () => {
  const file = join(films, 'talk.webm')
  const { size } = await stat(file)
  const { url } = takenOf(
    await service.begin(stores.session, { receptionId: reception.receptionId, fileName: 'a', byteLength: size }),
  )
  const token = url.slice('/imports/'.length)
  expect(await service.receive(token, createReadStream(file, { end: 100 }))).toBe(400)
  expect(await waiting()).toBe(0)
  expect(await service.receive(token, createReadStream(file))).toBe(204)
  expect(await service.receive(token, createReadStream(file))).toBe(404)
  expect(await service.receive('unknown', createReadStream(file))).toBe(404)
})

test('too large, no room, not begun: said before a byte is sent', async () => {
  const begin = (byteLength: number) =>
    service.begin(stores.session, { receptionId: reception.receptionId, fileName: 'a.webm', byteLength })
  expect(await begin(9 * 1024 ** 3)).toMatchObject({ ok: false, fault: { code: 'importRefused' } })
  expect(await begin(2_000_000_000)).toMatchObject({ ok: false, fault: { code: 'importRefused' } })
  reception = { ...reception, begun: false }
  expect(await begin(1000)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  expect(existsSync(join(root, 'incoming'))).toBe(false)
})

test('bytes that changed between check and acceptance are not sealed; nothing of them stays', async () => {
  const facts = takenOf(await check('talk.webm'))
  await writeFile(join(root, 'incoming', facts.importId, 'upload'), 'another film')
  expect(await service.accept(stores.session, { importId: facts.importId, despite: facts.warnings })).toMatchObject({
    ok: false,
    fault: { code: 'importRefused' },
  })
  expect(await waiting()).toBe(0)
  expect(existsSync(join(root, '2026'))).toBe(false)
})

test('an upload under way when the session ends is dropped', async () => {
  const file = join(films, 'talk.webm')
  const { size } = await stat(file)
  const { url, importId } = takenOf(
    await service.begin(stores.session, {
      receptionId: reception.receptionId,
      fileName: 'talk.webm',
      byteLength: size,
    }),
  )
  const slow = new PassThrough()
  slow.write(Buffer.alloc(1_000))
  const receiving = service.receive(url.slice('/imports/'.length), slow)
  await new Promise(resolve => setTimeout(resolve, 50))
  stores.accounts.lock()
  expect(await receiving).toBe(400)
  await expect.poll(waiting).toBe(0)
  expect(await service.check(stores.session, importId)).toMatchObject({ ok: false })
})
