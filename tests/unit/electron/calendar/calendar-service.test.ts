import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultSchedule } from '../../../../shared/calendar/schedule.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { jsonCalendar, xmlCalendar } from '../../../fixtures/calendar-files.ts'
import { bundledYears } from '../../../fixtures/calendars.ts'
import { type CalendarBench, openCalendarBench } from './calendar-bench.ts'

let bench: CalendarBench
beforeEach(async () => {
  bench = await openCalendarBench()
})
afterEach(() => bench.close())

const basis = 'приказ органа от 19.11.2026 № 14'
const state = () => unwrap(bench.calendar.state())
const rows = (table: string) => bench.database.raw.prepare(`select * from ${table}`).all()
const decided = async (date: string, kind: 'off' | 'short' | 'working' | 'asCalendar') =>
  unwrap(bench.calendar.decideException(bench.session, { date, kind, basis }))

test('what a body begins with: three years with their decrees, the ordinary hours, nothing decided', async () => {
  const { years, exceptions, schedule, scheduleDecision, today } = await state()
  expect(years.map(({ calendar: { year }, workingDays, imported }) => [year, workingDays, imported])).toEqual([
    [2025, 247, null],
    [2026, 247, null],
    [2027, 247, null],
  ])
  expect({ exceptions, schedule, scheduleDecision, today }).toEqual({
    exceptions: [],
    schedule: defaultSchedule,
    scheduleDecision: null,
    today: '2026-11-20',
  })
})

describe('a day of the body', () => {
  test('is told what it moves, by the number; then it moves it, with its trace and its line in the event log', async () => {
    const { applicationId, receptionId } = bench.add('2026-11-20')
    const shift = {
      journalNumber: 1,
      termId: 'D2',
      termTitle: 'Решение по заявке',
      legalBefore: '2026-11-25',
      legalAfter: '2026-11-26',
    }
    expect(await unwrap(bench.calendar.previewException({ date: '2026-11-24', kind: 'off' }))).toEqual([shift])
    expect(rows('calendar_exception')).toEqual([])

    const { exceptions } = await decided('2026-11-24', 'off')
    expect(exceptions).toMatchObject([
      { date: '2026-11-24', kind: 'off', decision: { basis, authorName: 'Иванова А. П.' } },
    ])
    expect(rows('term_change')).toMatchObject([
      { application_id: applicationId, term_id: 'D2', legal_before: '2026-11-25', legal_after: '2026-11-26', basis },
    ])
    const { terms } = await unwrap(bench.terms.ofReception(receptionId))
    const decision = terms.find(({ term }) => term.id === 'D2')
    expect(decision).toMatchObject({
      state: { kind: 'running', due: { legalOn: '2026-11-26' } },
      recounted: { legalBefore: '2026-11-25', legalAfter: '2026-11-26', basis },
    })
    expect(bench.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ kind: 'calendarExceptionDecided' }])
    expect(bench.announced).toContainEqual({ kind: 'calendarChanged' })
  })

  test('is taken back, and the term with it', async () => {
    bench.add('2026-11-20')
    await decided('2026-11-24', 'off')
    expect((await decided('2026-11-24', 'asCalendar')).exceptions).toEqual([])
    expect(rows('calendar_exception')).toHaveLength(2)
    expect(rows('term_change')).toMatchObject([{ legal_after: '2026-11-26' }, { legal_after: '2026-11-25' }])
  })

  test.each([
    ['2026-11-22', 'off', 'Этот день уже такой'],
    ['2026-11-24', 'working', 'Этот день уже такой'],
    ['2026-11-24', 'asCalendar', 'Решения об этом дне нет'],
    ['2028-01-10', 'off', 'Сначала загрузите: календарь на 2028 год не загружен'],
  ] as const)('%s as %s is refused at its field', (date, kind, message) => {
    const refusal = { ok: false, fault: { code: 'badInput', fields: { date: message } } }
    expect(bench.calendar.previewException({ date, kind })).toMatchObject(refusal)
    expect(bench.calendar.decideException(bench.session, { date, kind, basis })).toMatchObject(refusal)
    expect(rows('calendar_exception')).toEqual([])
  })

  test('does not touch what is decided already, nor a reception that is over', async () => {
    const { receptionId } = bench.add('2026-11-18')
    await unwrap(
      bench.terms.mark(bench.session, { receptionId, kind: 'noticeSent', occurredLocal: '2026-11-20T08:30' }),
    )
    const shifts = await unwrap(bench.calendar.previewException({ date: '2026-11-23', kind: 'off' }))
    expect(shifts.map(({ termId }) => termId)).toEqual(['D5'])
  })
})

describe('a year from a file', () => {
  const [, , last] = bundledYears
  if (!last) throw new Error('no calendars')
  const decree = 'постановление Правительства РФ от 01.02.2027 № 1'

  test('as it is loaded already: nothing differs, nothing moves', async () => {
    const preview = await unwrap(bench.calendar.previewImport({ text: jsonCalendar(last), basis: decree }))
    expect(preview).toMatchObject({ workingDays: 247, differences: [], shifts: [] })
  })

  test('changed by a later decree: told by its days, then it stands before the one of the program', async () => {
    const moved = last.daysOff.map(date => (date === '2027-12-31' ? '2027-12-30' : date))
    const changed = { ...last, daysOff: moved, shortened: [...last.shortened, '2027-12-31'] }
    const text = xmlCalendar(changed)
    const preview = await unwrap(bench.calendar.previewImport({ text, basis: decree }))
    expect(preview.differences).toEqual(['2027-12-30', '2027-12-31'])
    const { years } = await unwrap(bench.calendar.importYear(bench.session, { text, basis: decree }))
    expect(years.at(-1)).toMatchObject({
      calendar: { year: 2027, basis: decree },
      workingDays: 247,
      imported: { authorName: 'Иванова А. П.', basis: decree },
    })
    expect(bench.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ kind: 'calendarImported' }])
  })

  test('of a new year: what could not be counted is counted', async () => {
    bench.clock.set('2027-12-30T02:00:00Z')
    const { receptionId } = bench.add('2027-12-30', '2028-01-20T09:00:00+07:00')
    expect(bench.terms.dueTerms()).toMatchObject([{ kind: 'calendarMissing', term: { state: { year: 2028 } } }])
    const off = ['2028-01-03', '2028-01-04', '2028-01-05', '2028-01-06', '2028-01-07', '2028-02-23', '2028-03-08']
    const moved = ['2028-05-08', '2028-11-06', '2028-12-29']
    const days = [...off, '2028-05-01', '2028-05-09', '2028-06-12', ...moved].map(date =>
      date.slice(5).replace('-', '.'),
    )
    const tags = [
      ...days.map(d => `<day d="${d}" t="1"/>`),
      ...['02.22', '03.07', '11.03'].map(d => `<day d="${d}" t="2"/>`),
    ]
    const text = `<calendar year="2028" country="ru"><days>${tags.join('')}</days></calendar>`
    await unwrap(bench.calendar.importYear(bench.session, { text, basis: decree }))
    expect(bench.terms.dueTerms()).toEqual([])
    const { terms } = await unwrap(bench.terms.ofReception(receptionId))
    expect(terms.find(({ term }) => term.id === 'D2')?.state).toMatchObject({ due: { legalOn: '2028-01-12' } })
  })

  test('that is none: a refusal with its reason, nothing is changed', async () => {
    const before = await state()
    for (const text of ['<html></html>', '{}', '']) {
      const refusal = bench.calendar.importYear(bench.session, { text, basis: decree })
      expect(refusal).toMatchObject({ ok: false, fault: { code: 'importRefused' } })
      expect(refusal.ok || refusal.fault.hint).toMatch(/^Файл не принят: .+ Календарь не изменён\./)
    }
    expect(await state()).toEqual(before)
    expect(rows('imported_calendar')).toEqual([])
  })
})

test('working hours of the body move the target of the day', async () => {
  const { receptionId } = bench.add('2026-11-20')
  const schedule = {
    ...defaultSchedule,
    weekdays: defaultSchedule.weekdays.map(day => day && { from: '08:30', to: '17:30' }),
  }
  const { scheduleDecision } = await unwrap(bench.calendar.setSchedule(bench.session, { schedule, basis }))
  expect(scheduleDecision).toMatchObject({ basis })
  const { terms } = await unwrap(bench.terms.ofReception(receptionId))
  expect(terms.find(({ term }) => term.id === 'D2')?.state).toMatchObject({
    due: { targetAt: '2026-11-25T10:30:00.000Z', legalOn: '2026-11-25' },
  })
  expect(rows('term_change')).toEqual([])
})
