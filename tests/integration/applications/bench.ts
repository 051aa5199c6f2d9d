import { join } from 'node:path'
import { makeApplicationsCare } from '../../../electron/applications/applications-care.ts'
import { noteCancellation } from '../../../electron/applications/note-cancellation.ts'
import { makeSlotDesk } from '../../../electron/applications/slot-desk.ts'
import { makeCorrectionStore } from '../../../electron/journal/correction-store.ts'
import { makeReceptionStore } from '../../../electron/reception/reception-store.ts'
import type { RegistrationFields } from '../../../shared/applications/registration-fields.ts'
import type { Session } from '../../../shared/contract/accounts.ts'
import { refused } from '../../../shared/contract/reply.ts'
import { casesOfApplications } from '../../fixtures/application-cases.ts'
import { order121 } from '../../fixtures/calendars.ts'
import { makeKeptNotices } from '../../fixtures/kept-notices.ts'
import { storeLetter } from '../../fixtures/store-letter.ts'
import { openCalendarBench } from '../../unit/electron/calendar/calendar-bench.ts'

export const applicant: RegistrationFields = {
  familyName: 'Канарейкин',
  givenName: 'Пётр',
  patronymic: 'Ильич',
  birthDate: '1961-03-04',
  documentKind: 'Паспорт гражданина РФ',
  documentSeries: '00 00',
  documentNumber: '000 012',
  documentIssuedBy: 'Отделом примера',
  documentIssuedOn: '2006-05-11',
  address: 'г. Кемерово, ул. Примерная, д. 1',
  addressKind: 'residence',
  consentPersonalData: true,
  consentVideo: true,
  topic: 'Субсидия на оплату ЖКУ',
  phone: '8 900 000-00-12',
  email: 'canary@example.ru',
  channel: 'phone',
  receivedOn: '2026-11-20',
  formSubmittedAt: null,
}

/** «Заявки» on a real database, Friday 20.11.2026, 09:00 in Kuzbass; notices are rows of their own table. */
export async function openApplicationsBench() {
  const bench = await openCalendarBench()
  const { write } = bench.database
  const { place } = bench.accounts
  const { notices, orders, failing } = makeKeptNotices(bench)
  const common = {
    ...bench.database,
    ...{ place, clock: bench.clock, eventLog: bench.eventLog, journal: bench.journalProjection },
  }
  const receptions = makeReceptionStore({
    ...{ ...common, actor: () => bench.session.account.id },
    onCancelled: noteCancellation({ ...common, notices }),
  })
  const slotMinutes = { now: 30 }
  const desk = await makeApplicationsCare({
    ...{ ...common, notices, terms: bench.terms, calendar: bench.current, regulation: order121 },
    ...{ links: bench.links, corrections: makeCorrectionStore(common), announce: () => undefined },
    slots: makeSlotDesk({
      ...common,
      calendar: bench.current,
      regulation: order121,
      slotMinutes: () => slotMinutes.now,
      absencesOf: () => [],
    }),
    specialist: accountId => {
      const found = bench.accounts.staff().find(({ id, role }) => id === accountId && role === 'specialist')
      return found ? { id: found.id, fullName: found.fullName } : null
    },
    receptions: {
      act: async () => refused('internal', ''),
      detail: () => refused('internal', ''),
    },
    resourcesDirectory: join(import.meta.dirname, '../../../resources'),
  })
  const asHead: Session = { ...bench.session, account: { ...bench.session.account, role: 'head' } }
  let meetings = 0
  return {
    ...{ ...bench, receptions, desk, orders, notices, failing, slotMinutes, asHead },
    cases: casesOfApplications(bench).cases,
    register: (changes: Partial<RegistrationFields> = {}, letterId: string | null = null) =>
      desk.register(bench.session, { letterId, fields: { ...applicant, ...changes } }),
    fields: (changes: Partial<RegistrationFields> = {}): RegistrationFields => ({ ...applicant, ...changes }),
    link: () => {
      meetings += 1
      return `https://telemost.yandex.ru/j/${20_000_000_000_000 + meetings}`
    },
    /** A letter of the mailroom, received then. */
    letter: (receivedAt: string): string =>
      storeLetter(bench.database, place(), { raw: Buffer.from('письмо'), kind: 'application', receivedAt }),
    count: (table: 'application' | 'journal_row' | 'reception' | 'application_decision' | 'notice' | 'event_log') =>
      write.first<{ n: number }>(write.select.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')))?.n ??
      0,
  }
}
export type ApplicationsBench = Awaited<ReturnType<typeof openApplicationsBench>>
