import { describe, expect, test } from 'vitest'
import { judgeCaller } from '../../../../electron/ipc/door.ts'
import type { Session } from '../../../../shared/contract/accounts.ts'
import { contract } from '../../../../shared/contract/contract.ts'
import { type ProcedureMeta, Role } from '../../../../shared/contract/procedure.ts'

/** What each role may do, written down a second time on purpose: a slip in the contract must not pass unseen. */
const mayCall: Record<string, readonly Role[] | 'anyone'> = {
  'workplace.status': 'anyone',
  'workplace.watch': ['specialist', 'head', 'technician', 'administrator'],
  'workplace.openRecorder': ['specialist'],
  'workplace.muteMicrophone': ['specialist'],
  'accounts.session': 'anyone',
  'accounts.entry': 'anyone',
  'accounts.firstRun': 'anyone',
  'accounts.checkFolder': 'anyone',
  'accounts.signIn': 'anyone',
  'accounts.signOut': ['specialist', 'head', 'technician', 'administrator'],
  'accounts.lock': ['specialist', 'head', 'technician', 'administrator'],
  'accounts.touch': ['specialist', 'head', 'technician', 'administrator'],
  'accounts.changePassword': ['specialist', 'head', 'technician', 'administrator'],
  'accounts.renewRecoveryKey': ['administrator'],
  'accounts.staff': ['administrator', 'head'],
  'accounts.colleagues': ['specialist', 'head'],
  'accounts.addPerson': ['administrator'],
  'accounts.changePerson': ['administrator'],
  'accounts.disablePerson': ['administrator'],
  'accounts.enablePerson': ['administrator'],
  'accounts.resetPassword': ['administrator'],
  'settings.locked': 'anyone',
  'settings.get': ['specialist', 'head', 'technician', 'administrator'],
  'settings.change': ['administrator'],
  'eventLog.list': ['head', 'administrator'],
  'eventLog.verify': ['head', 'administrator'],
  'applications.create': ['specialist', 'head'],
  'applications.card': ['specialist', 'head'],
  'applications.revealDocument': ['specialist', 'head'],
  'applications.terms': ['specialist', 'head'],
  'applications.mark': ['specialist', 'head'],
  'calendar.state': ['specialist', 'head', 'administrator'],
  'calendar.previewException': ['head', 'administrator'],
  'calendar.decideException': ['head', 'administrator'],
  'calendar.previewImport': ['head', 'administrator'],
  'calendar.importYear': ['head', 'administrator'],
  'calendar.setSchedule': ['head', 'administrator'],
  'grabber.sources': ['specialist'],
  'grabber.arm': ['specialist'],
  'grabber.release': ['specialist'],
  'receptions.day': ['specialist', 'head'],
  'receptions.detail': ['specialist', 'head'],
  'receptions.earlier': ['specialist', 'head'],
  'phrases.list': ['specialist'],
  'phrases.add': ['specialist'],
  'phrases.change': ['specialist'],
  'phrases.remove': ['specialist'],
  'phrases.restore': ['specialist'],
  'phrases.used': ['specialist'],
  'equipment.begin': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.askServer': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.finish': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.cancel': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.startRehearsal': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.stopRehearsal': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.eraseRehearsal': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.latest': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.list': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.readiness': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.answerTone': ['specialist', 'head', 'technician', 'administrator'],
  'equipment.receiveWithoutCamera': ['specialist', 'head'],
  'equipment.trends': ['head', 'technician', 'administrator'],
  'equipment.board': ['head', 'technician', 'administrator'],
  'equipment.otherWorkplaces': ['specialist', 'head'],
  'equipment.passport': ['head', 'technician', 'administrator'],
  'equipment.savePassport': ['technician', 'administrator'],
  'equipment.report': ['head', 'technician', 'administrator'],
  'equipment.bundlePreview': ['head', 'technician', 'administrator'],
  'equipment.bundle': ['head', 'technician', 'administrator'],
  'equipment.callFalseAlarm': ['head', 'technician'],
  'day.state': ['specialist', 'head'],
  'day.answer': ['specialist', 'head'],
  'day.close': ['specialist'],
  'day.reopen': ['specialist'],
  'day.sheet': ['specialist', 'head'],
  'receptions.act': ['specialist'],
  'receptions.revealAddress': ['specialist'],
  'receptions.helpCards': ['specialist'],
  'receptions.saveNote': ['specialist'],
  'receptions.move': ['specialist'],
  'receptions.setLink': ['specialist', 'head'],
  'receptions.open': ['specialist', 'head'],
  'journal.list': ['specialist', 'head'],
  'journal.columns': ['specialist', 'head'],
  'recordings.list': ['specialist', 'head'],
  'recordings.detail': ['specialist', 'head'],
  'recordings.play': ['specialist', 'head'],
  'recordings.verify': ['specialist', 'head', 'technician'],
  'recordings.destroy': ['head'],
  'journal.entry': ['specialist', 'head'],
  'journal.correct': ['specialist', 'head'],
  'recordings.uncover': ['specialist', 'head'],
  'recordings.viewings': ['specialist', 'head'],
  'recordings.hold': ['specialist', 'head'],
  'recordings.release': ['head'],
  'recordings.story': ['specialist', 'head'],
  'recordings.beginImport': ['specialist', 'head'],
  'recordings.checkImport': ['specialist', 'head'],
  'recordings.acceptImport': ['specialist', 'head'],
  'recordings.cancelImport': ['specialist', 'head'],
  'backup.status': ['specialist', 'head', 'technician', 'administrator'],
  'backup.list': ['head', 'technician', 'administrator'],
  'backup.make': ['technician', 'administrator'],
  'backup.choose': ['administrator'],
  'backup.verify': ['technician', 'administrator'],
  'backup.restorePreview': ['administrator'],
  'backup.restore': ['administrator'],
  'backup.foundRecordings': ['specialist', 'head', 'technician', 'administrator'],
  'recovery.state': 'anyone',
  'recovery.look': 'anyone',
  'recovery.restore': 'anyone',
  'recovery.unlock': 'anyone',
  'recovery.goOn': 'anyone',
  'recovery.startEmpty': 'anyone',
  'recovery.report': 'anyone',
}

const calls = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures).map(([name, procedure]) => ({
    call: `${feature}.${name}`,
    meta: procedure['~orpc'].meta as ProcedureMeta,
  })),
)

const personOf = (role: Role): Session => ({
  account: {
    id: crypto.randomUUID(),
    fullName: 'Иванова Анна Петровна',
    shortName: 'Иванова А. П.',
    position: 'специалист',
    role,
  },
  body: { id: crypto.randomUUID(), name: 'Орган', timeZone: 'Asia/Novokuznetsk' },
  workplace: { id: crypto.randomUUID(), name: 'Рабочее место 3' },
})

test('the table names every call of the contract', () => {
  expect(Object.keys(mayCall).sort()).toEqual(calls.map(({ call }) => call).sort())
})

describe.each(calls)('$call', ({ call, meta }) => {
  const expected = mayCall[call] ?? []

  test.each(Role.options)('%s', role => {
    const fault = judgeCaller(meta, { session: () => personOf(role) })
    expect(fault === null).toBe(expected === 'anyone' || expected.includes(role))
    if (fault) expect(fault.code).toBe('notAllowed')
  })

  test('nobody signed in', () => {
    expect(judgeCaller(meta, { session: () => null }) === null).toBe(expected === 'anyone')
  })
})
