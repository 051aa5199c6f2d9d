import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeRecorderNotes, type RecorderNotes } from '../../../../electron/recording/recorder-notes.ts'
import type { RecorderView } from '../../../../shared/contract/workplace.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let receptionId: string
let notes: RecorderNotes
const openNotes = () =>
  makeRecorderNotes({
    read: stores.database.read,
    write: stores.database.write,
    place: stores.accounts.place,
    clock: stores.clock,
    shownTo: () => stores.session.account.id,
  })
beforeEach(() => {
  stores = openStores()
  receptionId = stores.applications.create(registrationOf(stores.session)).receptionId
  notes = openNotes()
})
afterEach(() => stores.close())

const at = (time: string): string => `2026-11-20T${time}.000Z`
type Followed = Parameters<RecorderNotes['follow']>[1]
const armed: Followed = { armed: true, notArmedBecause: null, alarms: [] }
const noPage: Followed = { armed: false, notArmedBecause: 'noPage', alarms: [] }
const alarm = (code: RecorderView['alarms'][number]['code'], since: string) => ({ ...armed, alarms: [{ code, since }] })
const follow = (time: string, view: Followed, of: string | null = receptionId) => {
  stores.clock.set(at(time))
  notes.follow(of, view)
}

test('each change once, with who saw it; an unchanged view writes nothing', () => {
  follow('02:00:00', noPage)
  follow('02:00:01', noPage)
  follow('02:01:00', armed)
  follow('02:05:00', alarm('noNewBytes', at('02:04:58')))
  follow('02:05:01', alarm('noNewBytes', at('02:04:58')))
  follow('02:06:00', armed)
  expect(notes.ofReception(receptionId)).toEqual({
    armed: [
      { at: at('02:00:00'), armed: false, because: 'noPage', shownTo: 'Иванова А. П.' },
      { at: at('02:01:00'), armed: true, because: null, shownTo: 'Иванова А. П.' },
    ],
    alarms: [{ code: 'noNewBytes', raisedAt: at('02:04:58'), clearedAt: at('02:06:00'), shownTo: 'Иванова А. П.' }],
  })
})

test('an alarm still up after a restart of the workstation is the same one', () => {
  follow('02:05:00', alarm('recorderLost', at('02:04:58')))
  notes = openNotes()
  follow('02:05:10', alarm('recorderLost', at('02:05:09')))
  follow('02:06:00', armed)
  expect(notes.ofReception(receptionId).alarms).toMatchObject([{ raisedAt: at('02:04:58'), clearedAt: at('02:06:00') }])
})

test('nothing is kept while no reception is open; the next one begins with how things stand', () => {
  follow('02:00:00', noPage, null)
  follow('02:01:00', armed)
  follow('02:02:00', armed, null)
  follow('02:03:00', armed)
  expect(notes.ofReception(receptionId).armed.map(note => note.at)).toEqual([at('02:01:00'), at('02:03:00')])
})
