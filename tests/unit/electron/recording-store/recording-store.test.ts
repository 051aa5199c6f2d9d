import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RecordingCard } from '../../../../shared/contract/recordings.ts'
import { Manifest, Slip } from '../../../../shared/recording/slip.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let receptionId: string
beforeEach(() => {
  stores = openStores()
  receptionId = stores.applications.create(registrationOf(stores.session)).receptionId
})
afterEach(() => stores.close())

function start(startedAt = '2026-11-20T02:02:00Z'): string {
  const recordingId = randomUUID()
  stores.recordings.insert({
    session: {
      recordingId,
      receptionId,
      bodyId: stores.session.body.id,
      workplaceId: stores.session.workplace.id,
      startedAt,
      retainUntil: '2028-11-20',
      program: 'videopriem 0.1.0',
      regulation: 'kuzbass-121/1',
    },
    directory: join(stores.folder.path, '2026/11', recordingId),
    author: stores.session,
  })
  return recordingId
}

const sha256 = 'ab'.repeat(32)
function sealedOf(recordingId: string, size = { byteLength: 1_000_000, durationMs: 8000 }) {
  const slip: Slip = Slip.parse({
    recordingId,
    verdict: 'sound',
    remarks: [],
    recordedMs: size.durationMs,
    wallClockMs: size.durationMs,
    ...size,
    sha256,
    gaps: [],
    audioHolesMs: 0,
    audioHoleCount: 0,
    separationDb: 24.5,
    citizenSilentShare: 0.4,
    specialistSilentShare: 0.5,
    blackShare: 0,
    frozenShare: 0,
    driftMsPerMinute: 0.4,
    decodeErrors: 0,
    markers: [{ code: 'connected', atMs: 0 }],
    documentIntervals: [],
    videoCodec: 'vp9',
    audioCodec: 'opus',
    checkedAt: '2026-11-20T02:20:00Z',
  })
  const manifest: Manifest = Manifest.parse({
    format: 1,
    recordingId,
    receptionId,
    bodyId: stores.session.body.id,
    workplaceId: stores.session.workplace.id,
    file: `${recordingId}.mkv`,
    byteLength: size.byteLength,
    sha256,
    startedAt: '2026-11-20T02:02:00Z',
    stoppedAt: '2026-11-20T02:16:00Z',
    sealedAt: '2026-11-20T02:20:00Z',
    retainUntil: '2028-11-20',
    parts: [],
    program: 'videopriem 0.1.0',
    regulation: 'kuzbass-121/1',
    encoder: 'MediaRecorder',
  })
  return { slip, manifest }
}
const sealed = (...size: Parameters<typeof sealedOf> extends [string, ...infer Rest] ? Rest : never): string => {
  const recordingId = start()
  stores.recordings.setSealed(recordingId, sealedOf(recordingId, ...size))
  return recordingId
}
const journalRow = () => {
  const filter = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
  return stores.journal.list({ filter, offset: 0, limit: 1 }).rows[0]
}

test('a started recording is live, known, and stands in the journal and at its reception', () => {
  expect(stores.recordings.live()).toBeNull()
  const recordingId = start()
  expect(stores.recordings.live()).toMatchObject({
    session: { recordingId, receptionId, startedAt: '2026-11-20T02:02:00.000Z', retainUntil: '2028-11-20' },
    directory: join(stores.folder.path, '2026/11', recordingId),
  })
  expect(stores.recordings.known(recordingId)).toBe(true)
  expect(stores.recordings.known(randomUUID())).toBe(false)
  expect(journalRow()?.recordingId).toBe(recordingId)
  expect(stores.receptions.byId(receptionId)?.recordingId).toBe(recordingId)
})

test('sealing, a failed seal with its trouble, the seal', () => {
  const recordingId = start()
  stores.recordings.setState(recordingId, 'sealing', null)
  expect(stores.recordings.live()).toBeNull()
  stores.recordings.setState(recordingId, 'sealFailed', 'исходные части сохранены')
  expect(stores.recordings.byId(recordingId)).toMatchObject({
    state: 'sealFailed',
    trouble: 'исходные части сохранены',
  })
  const content = sealedOf(recordingId)
  stores.recordings.setSealed(recordingId, content)
  expect(stores.recordings.byId(recordingId)).toMatchObject({
    state: 'sealed',
    verdict: 'sound',
    trouble: null,
    ...content,
  })
  expect(stores.eventLog.verifyChain()).toMatchObject({ intact: true })
})

test('a recording nobody knows is not silently skipped', () => {
  expect(() => stores.recordings.setState(randomUUID(), 'sealing', null)).toThrow('no such recording')
})

test('cards come newest first, in pages, as the contract wants them', () => {
  const earlier = start('2026-11-19T02:00:00Z')
  const later = start('2026-11-20T02:00:00+00:00')
  const { total, rows } = stores.recordings.list({ offset: 0, limit: 10 })
  expect({ total, ids: rows.map(({ id }) => id) }).toEqual({ total: 2, ids: [later, earlier] })
  for (const row of rows) expect(RecordingCard.parse(row)).toEqual(row)
  expect(stores.recordings.list({ offset: 1, limit: 1 }).rows).toMatchObject([
    { id: earlier, shortName: 'Петров П. П.' },
  ])
  expect(stores.recordings.byReception(receptionId).map(({ session }) => session.recordingId)).toEqual([later, earlier])
})

test('the average bitrate is of the last twenty sealed ones, by their length', () => {
  expect(stores.recordings.averageBitrate()).toBeNull()
  for (let index = 0; index < 3; index += 1) sealed({ byteLength: 9_000_000, durationMs: 1000 })
  for (let index = 0; index < 20; index += 1) {
    stores.clock.set('2026-11-21T02:00:00Z')
    const recordingId = start(`2026-11-21T02:${10 + index}:00Z`)
    stores.recordings.setSealed(recordingId, sealedOf(recordingId, { byteLength: 1_000_000, durationMs: 8000 }))
  }
  expect(stores.recordings.averageBitrate()).toBe(1_000_000)
})

// Novokuznetsk is UTC+7: 21.11.2028 begins at 17:00 UTC of the 20th.
test.each([
  ['2026-11-20T03:00:00Z', 731],
  ['2028-11-20T16:59:59Z', 0],
  ['2028-11-20T17:00:00Z', -1],
])('at %s the card counts %d days left', (now, daysLeft) => {
  const recordingId = sealed()
  stores.clock.set(now)
  expect(stores.recordings.card(recordingId)?.daysLeft).toBe(daysLeft)
})

const folderOf = (recordingId: string) => stores.recordings.byId(recordingId)?.directory ?? ''
const sessionOf = (recordingId: string, changes: object = {}) => ({
  ...{ recordingId, receptionId, bodyId: stores.session.body.id, workplaceId: stores.session.workplace.id },
  ...{ startedAt: '2026-11-20T02:02:00Z', retainUntil: '2028-11-20', program: 'p', regulation: 'r', ...changes },
})

test('a folder is taken up by itself only where the database says that it is ours', () => {
  const known = start()
  const begun = randomUUID()
  stores.recordings.noteBegun(sessionOf(begun))
  const other = stores.applications.create(registrationOf(stores.session)).receptionId
  const standing = (recordingId: string, directory: string, changes = {}) =>
    stores.recordings.standingOf({ session: sessionOf(recordingId, changes), directory })
  expect(standing(known, folderOf(known))).toBe('known')
  expect(standing(known, '/elsewhere')).toBe('found')
  expect(standing(begun, '/anywhere')).toBe('begun')
  expect(standing(begun, '/anywhere', { receptionId: other })).toBe('found')
  expect(standing(randomUUID(), '/anywhere')).toBe('found')
})

test('what was sealed is not sealed anew by other papers', () => {
  const recordingId = sealed()
  const forged = sealedOf(recordingId)
  const manifest = { ...forged.manifest, sha256: 'cd'.repeat(32) }
  stores.recordings.setState(recordingId, 'sealing', null)
  stores.recordings.setSealed(recordingId, { slip: { ...forged.slip, sha256: manifest.sha256 }, manifest })
  expect(stores.recordings.byId(recordingId)).toMatchObject({
    state: 'sealed',
    sealed: { sha256, byteLength: 1_000_000 },
    manifest: { sha256 },
  })
  const [last] = stores.eventLog.list({ offset: 0, limit: 1 })
  expect(last).toMatchObject({ kind: 'recordingVerified', result: 'notIntact' })
})

test('the hash of the manifest stands in the chain of events', () => {
  const recordingId = sealed()
  const [line] = stores.eventLog.list({ offset: 0, limit: 1 })
  const { manifest } = sealedOf(recordingId)
  const written = createHash('sha256')
    .update(`${JSON.stringify(manifest, null, 2)}\n`)
    .digest('hex')
  expect(line?.kind).toBe('recordingSealed')
  expect(JSON.parse(line?.objects ?? '')).toEqual({ recordingId, manifestSha256: written })
})
