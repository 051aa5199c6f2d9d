import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeReceptionHolder } from '../../../../electron/recording/reception-holder.ts'
import { makeRecordingArchive, type RecordingArchive } from '../../../../electron/recording/recording-archive.ts'
import { makeRecordingEvents } from '../../../../electron/recording/recording-events.ts'
import type { Session } from '../../../../shared/contract/accounts.ts'
import type { Role } from '../../../../shared/contract/procedure.ts'
import { sealedFileName } from '../../../../shared/recording/part-log.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let archive: RecordingArchive
let recordingId: string
let receptionId: string
let standIn: Session
let head: Session

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
  const directory = join(stores.folder.path, recordingId)
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
  stores.database.raw.prepare(`update recording set state = 'sealed' where id = ?`).run(recordingId)
  archive = makeRecordingArchive({
    store: stores.recordings,
    holds: { ofRecording: () => [] },
    imports: { ofRecording: () => null },
    events: makeRecordingEvents(stores.database),
    eventLog: stores.eventLog,
    holderOf: makeReceptionHolder(stores.database),
    settings: () => ({ ownRecordingDays: 30 }),
    verify: async () => ({ intact: true, sha256: '', decodeErrors: 0 }),
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
