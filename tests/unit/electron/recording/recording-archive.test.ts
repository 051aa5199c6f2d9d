import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeAttentionStore } from '../../../../electron/day/attention-store.ts'
import { makeRecordingPresence, type RecordingPresence } from '../../../../electron/recording/presence/presence.ts'
import { makePresenceStore } from '../../../../electron/recording/presence/presence-store.ts'
import type { SealedFilm } from '../../../../electron/recording/proof/verify-sealed.ts'
import { makeReceptionHolder } from '../../../../electron/recording/reception-holder.ts'
import { makeRecordingArchive, type RecordingArchive } from '../../../../electron/recording/recording-archive.ts'
import { makeRecordingEvents } from '../../../../electron/recording/recording-events.ts'
import type { Session } from '../../../../shared/contract/accounts.ts'
import type { Role } from '../../../../shared/contract/procedure.ts'
import { sealedFileName } from '../../../../shared/recording/part-log.ts'
import { openStores, placeOf, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let archive: RecordingArchive
let recordingId: string
let receptionId: string
let standIn: Session
let head: Session
let directory: string
let verified: SealedFilm[]
let announced: string[]
let intact: boolean
let presence: RecordingPresence
const sealedSha256 = 'ab'.repeat(32)
const never = new AbortController().signal

beforeEach(async () => {
  stores = openStores()
  receptionId = stores.applications.create(registrationOf(stores.session)).receptionId
  const person = (fullName: string, role: Role): Session => ({
    ...stores.session,
    account: stores.accounts.addAccount({ fullName, position: 'должность', role }),
  })
  standIn = person('Орлова Ольга Юрьевна', 'specialist')
  head = person('Громова Инна Павловна', 'head')
  recordingId = randomUUID()
  directory = join(stores.folder.path, recordingId)
  verified = []
  announced = []
  intact = true
  await mkdir(directory)
  await writeFile(join(directory, sealedFileName(recordingId)), 'film')
  stores.recordings.insert({
    session: {
      ...{ recordingId, receptionId, bodyId: stores.session.body.id, workplaceId: stores.session.workplace.id },
      ...{ startedAt: '2026-11-20T02:02:00Z', retainUntil: '2028-11-20', program: 'проверка', regulation: 'проверка' },
    },
    directory,
    author: stores.session,
  })
  stores.database.raw
    .prepare(`update recording set state = 'sealed', sha256 = ?, byte_length = 4, duration_ms = 4 where id = ?`)
    .run(sealedSha256, recordingId)
  const { read, write } = stores.database
  const recordingPlace = placeOf(stores.database)
  const presenceStore = makePresenceStore({ ...stores, read, write, place: stores.accounts.place, recordingPlace })
  presence = makeRecordingPresence({
    store: presenceStore,
    byId: stores.recordings.byId,
    recordingPlace,
    announce: announcement => announced.push(announcement.kind),
    log: pino({ level: 'silent' }),
  })
  archive = makeRecordingArchive({
    presence,
    store: stores.recordings,
    holds: { ofRecording: () => [] },
    imports: { ofRecording: () => null },
    events: makeRecordingEvents(stores.database),
    eventLog: stores.eventLog,
    sessionLife: stores.accounts.life,
    holderOf: makeReceptionHolder(stores.database),
    settings: () => ({ ownRecordingDays: 30 }),
    verify: async (_directory, film) => {
      verified.push(film)
      return { intact, sha256: film.sha256, decodeErrors: intact ? null : 3 }
    },
    announce: () => undefined,
    clock: stores.clock,
  })
})
afterEach(() => stores.close())

const codeOf = (answer: { ok: true } | { ok: false; fault: { code: string } }) =>
  answer.ok ? 'done' : answer.fault.code
const ruleOf = (who: Session) => {
  const found = archive.detail(who, recordingId)
  return found.ok ? found.value.viewing : null
}

describe('who may look at a recording', () => {
  test('who held the reception, without a reason; everybody else says why, and that is logged', () => {
    expect([ruleOf(stores.session), ruleOf(standIn), ruleOf(head)]).toEqual(['own', 'withReason', 'withReason'])
    expect(codeOf(archive.play(stores.session, recordingId, null))).toBe('done')
    for (const other of [standIn, head]) expect(codeOf(archive.play(other, recordingId, null))).toBe('badInput')
    expect(codeOf(archive.play(standIn, recordingId, 'complaint'))).toBe('done')
    expect(codeOf(archive.play(head, recordingId, 'control'))).toBe('done')
    const viewings = archive.viewings(recordingId)
    expect(viewings.ok && viewings.value.map(({ name, reason }) => [name, reason])).toEqual([
      ['Громова И. П.', 'control'],
      ['Орлова О. Ю.', 'complaint'],
      ['Иванова А. П.', null],
    ])
  })

  test('who stood in holds the reception', () => {
    const at = new Date(stores.clock.nowMs()).toISOString()
    const event = { occurredAt: at, recordedAt: at, authorId: standIn.account.id, source: 'hand' } as const
    for (const [sequence, kind] of (['roomOpened', 'citizenConnected'] as const).entries()) {
      stores.receptions.append(receptionId, { ...event, sequence, action: { kind } }, { step: 'notifying' })
    }
    expect([ruleOf(standIn), ruleOf(stores.session)]).toEqual(['own', 'withReason'])
  })

  test('control (п. 3.14) is no reason of a specialist', () => {
    expect(codeOf(archive.play(standIn, recordingId, 'control'))).toBe('notAllowed')
    expect(codeOf(archive.uncover(stores.session, recordingId, 'control'))).toBe('notAllowed')
  })

  test('after thirty days only a head, for a reason', () => {
    stores.clock.set('2026-12-20T02:02:00Z')
    expect(ruleOf(stores.session)).toBe('own')
    stores.clock.set('2026-12-20T02:02:01Z')
    expect([ruleOf(stores.session), ruleOf(standIn), ruleOf(head)]).toEqual(['headOnly', 'headOnly', 'withReason'])
    expect(codeOf(archive.play(stores.session, recordingId, 'complaint'))).toBe('notAllowed')
    expect(codeOf(archive.uncover(stores.session, recordingId, 'identification'))).toBe('notAllowed')
    expect(codeOf(archive.play(head, recordingId, 'request'))).toBe('done')
  })
})

describe('the film and no other file', () => {
  const film = () => join(directory, sealedFileName(recordingId))
  const tokenOf = (answer: ReturnType<RecordingArchive['play']>) =>
    answer.ok ? answer.value.url.slice('/recordings/'.length) : ''

  test('is played while it is a plain file of its folder', () => {
    expect(archive.playableFile(tokenOf(archive.play(stores.session, recordingId, null)))?.path).toBe(film())
  })

  test('its address dies with the session it was handed out in', () => {
    const token = tokenOf(archive.play(stores.session, recordingId, null))
    stores.accounts.lock()
    expect(archive.playableFile(token)).toBeNull()
    stores.accounts.signIn(stores.session.account.id)
    expect(archive.playableFile(token)).toBeNull()
    expect(archive.playableFile(tokenOf(archive.play(stores.session, recordingId, null)))?.path).toBe(film())
  })

  test('a link in its place is refused, also behind an address handed out before', async () => {
    const before = tokenOf(archive.play(stores.session, recordingId, null))
    const secret = join(stores.folder.path, 'database.key')
    await writeFile(secret, 'key')
    await rm(film())
    await symlink(secret, film())
    expect(codeOf(archive.play(stores.session, recordingId, null))).toBe('fileMissing')
    expect(archive.playableFile(before)).toBeNull()
    expect(codeOf(await archive.verify(stores.session, recordingId))).toBe('fileMissing')
  })

  test('is compared with what the database knows, whatever the papers beside it say', async () => {
    await writeFile(join(directory, 'manifest.json'), JSON.stringify({ sha256: 'forged' }))
    expect(codeOf(await archive.verify(stores.session, recordingId))).toBe('done')
    expect(verified).toEqual([{ file: sealedFileName(recordingId), sha256: sealedSha256, byteLength: 4 }])
  })
})

describe('where the film is', () => {
  const film = () => join(directory, sealedFileName(recordingId))
  const shown = () => stores.recordings.card(recordingId)?.presence
  const lines = () =>
    stores.eventLog.list({ kind: 'recordingPresence', offset: 0, limit: 10 }).map(({ result }) => result)
  const play = () => codeOf(archive.play(stores.session, recordingId, null))

  test('in its place: seen so, and nothing is said', async () => {
    await presence.lookAtAll(never)
    expect([shown(), lines(), announced]).toEqual(['here', [], ['recordingChanged', 'journalChanged']])
    await presence.lookAtAll(never)
    expect(announced).toHaveLength(2)
  })

  test('gone: a failed open writes it once, and its coming back', async () => {
    await presence.lookAtAll(never)
    await rename(film(), `${film()}.gone`)
    expect(shown()).toBe('here')
    expect([play(), play()]).toEqual(['fileMissing', 'fileMissing'])
    expect([shown(), lines()]).toEqual(['missing', ['missing']])
    await rename(`${film()}.gone`, film())
    await presence.lookAtAll(never)
    expect([shown(), lines()]).toEqual(['here', ['here', 'missing']])
  })

  test.each([
    ['a length of its own', () => writeFile(film(), 'longer film')],
    ['a link', () => rm(film()).then(() => symlink('/etc/hostname', film()))],
  ])('%s is a change, seen without reading it whole', async (_name, change) => {
    await change()
    await presence.lookAtAll(never)
    expect(shown()).toBe('altered')
  })

  test('other bytes of the same length: a check says so, and only a check takes it back', async () => {
    intact = false
    expect(codeOf(await archive.verify(stores.session, recordingId))).toBe('done')
    expect(shown()).toBe('altered')
    await presence.lookAtAll(never)
    play()
    expect(shown()).toBe('altered')
    intact = true
    await archive.verify(stores.session, recordingId)
    expect(shown()).toBe('here')
  })

  test('with every file gone nothing in the lists is green, and the journal finds it', async () => {
    const at = new Date(stores.clock.nowMs()).toISOString()
    const event = { occurredAt: at, recordedAt: at, authorId: stores.session.account.id, source: 'hand' } as const
    for (const [sequence, kind] of (['roomOpened', 'citizenConnected'] as const).entries()) {
      stores.receptions.append(receptionId, { ...event, sequence, action: { kind } }, { step: 'notifying' })
    }
    const filter = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: true }
    const withoutRecording = () => stores.journal.list({ filter, offset: 0, limit: 9 }).total
    const attention = makeAttentionStore({
      ...stores.database,
      place: stores.accounts.place,
      recordingExpected: ['held'],
      headReview: ['other'],
    })
    await presence.lookAtAll(never)
    expect([withoutRecording(), attention.recordingsNotHere()]).toEqual([0, []])
    await rm(directory, { recursive: true })
    await presence.lookAtAll(never)
    expect(stores.recordings.list({ offset: 0, limit: 9 }).rows.map(row => row.presence)).toEqual(['missing'])
    expect(withoutRecording()).toBe(1)
    expect(attention.recordingsNotHere()).toMatchObject([{ kind: 'recordingNotHere', recordingId, holdsDay: false }])
    // Said once, not twice.
    expect(attention.recordingsMissing('2026-01-01')).toEqual([])
  })

  test('of another store, and not here: elsewhere; found here by its id and proven, it belongs to this one', async () => {
    const { raw } = stores.database
    raw.prepare('update recording set store_id = ? where id = ?').run(randomUUID(), recordingId)
    await rename(film(), `${film()}.gone`)
    expect(play()).toBe('fileMissing')
    expect(shown()).toBe('elsewhere')
    await rename(`${film()}.gone`, film())
    await archive.verify(stores.session, recordingId)
    await rename(film(), `${film()}.gone`)
    expect([play(), shown()]).toEqual(['fileMissing', 'missing'])
  })
})
