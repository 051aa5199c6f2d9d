import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { matchReply, type ReplySources } from '../../../../electron/replies/match-reply.ts'
import { bundledSubjects, ownNumber } from '../../../../shared/notices/own-subjects.ts'

const zimin = { id: 'zimin', email: 'zimin@example.ru', isOpen: true }
const kotov = { id: 'kotov', email: 'kotov@example.ru', isOpen: true }
const husband = { id: 'husband', email: 'family@example.ru', isOpen: true }
const wife = { id: 'wife', email: 'family@example.ru', isOpen: true }
const lastYear = { id: 'last-year', email: 'old@example.ru', isOpen: false }
const numbers: Readonly<Record<number, readonly (typeof zimin)[]>> = {
  12: [zimin, lastYear],
  13: [kotov],
  14: [husband],
  15: [wife],
  16: [zimin, kotov],
  17: [lastYear],
}
const all = [zimin, kotov, husband, wife]
const sources: ReplySources = {
  notice: messageId => (messageId === '<notice@priem>' ? { applicationId: 'zimin', receptionId: 'reception' } : null),
  byNumber: number => numbers[number] ?? [],
  byAddress: address => all.filter(({ email }) => email === address),
  subjects: () => bundledSubjects,
}
const ours = (number: number) => `Re: Приём по видеосвязи, заявка № ${number}`
const of = (marks: { answers?: string[]; subject?: string; fromAddress?: string }) => {
  const { chosen, candidates } = matchReply({ answers: [], subject: '', fromAddress: '', ...marks }, sources)
  return chosen
    ? `${chosen.applicationId} by ${chosen.by}`
    : candidates.map(({ applicationId }) => applicationId).join()
}

test.each([
  [
    'the notice before all else',
    { answers: ['<x@y>', '<notice@priem>'], subject: ours(13), fromAddress: 'kotov@example.ru' },
    'zimin by notice',
  ],
  ['our subject, whoever wrote', { subject: ours(12), fromAddress: 'daughter@example.ru' }, 'zimin by number'],
  ['our subject of an application that is over', { subject: ours(17) }, 'last-year by number'],
  ['our subject and its address', { subject: ours(13), fromAddress: 'Kotov@Example.ru' }, 'kotov by number'],
  [
    'any number, from the address of that application',
    { subject: 'приём № 13', fromAddress: 'kotov@example.ru' },
    'kotov by number',
  ],
  [
    'two with one e-mail: the number tells them apart',
    { subject: 'заявка № 15', fromAddress: 'family@example.ru' },
    'wife by number',
  ],
  ['an address alone', { subject: 'Здравствуйте', fromAddress: 'zimin@example.ru' }, 'zimin by address'],
  [
    'an unknown notice: the address',
    { answers: ['<other@priem>'], fromAddress: 'zimin@example.ru' },
    'zimin by address',
  ],
  ['a number nobody has: the address', { subject: ours(99), fromAddress: 'zimin@example.ru' }, 'zimin by address'],
  [
    'a number of something else: the address',
    { subject: 'приказ № 13', fromAddress: 'zimin@example.ru' },
    'zimin by address',
  ],
])('%s', (_case, marks, expected) => {
  expect(of(marks)).toBe(expected)
})

describe('a weak mark chooses nobody', () => {
  test.each([
    'приказ № 12',
    'Жалоба на дом № 12',
    'Re: № 12',
    'кв. № 12, счёт N 13',
    'о решении по заявке № 12',
    'VIN 12',
  ])('«%s» from elsewhere', subject => {
    expect(of({ subject, fromAddress: 'other@example.ru' })).toBe('')
  })
  test('two applicants with one e-mail: both, none chosen', () => {
    expect(of({ fromAddress: 'family@example.ru' })).toBe('husband,wife')
    expect(of({ subject: 'дом № 12', fromAddress: 'family@example.ru' })).toBe('husband,wife')
  })
  test('one number open twice: both', () => {
    expect(of({ subject: ours(16) })).toBe('zimin,kotov')
    expect(of({ subject: ours(16), fromAddress: 'kotov@example.ru' })).toBe('kotov by number')
  })
  test('the number of one and the address of another: both', () => {
    expect(of({ subject: ours(13), fromAddress: 'zimin@example.ru' })).toBe('kotov,zimin')
  })
  test('nothing at all', () => {
    expect(of({})).toBe('')
  })
})

describe('our own subject words', () => {
  test('are those of the notices that come with the program', () => {
    const folder = join(import.meta.dirname, '../../../../resources/notices')
    const subjects = readdirSync(folder).map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')).subject)
    expect([...bundledSubjects].sort()).toEqual(subjects.sort())
  })
  test.each([
    ['Приём по видеосвязи, заявка № 12', 12],
    ['RE: ПРИЕМ  ПО ВИДЕОСВЯЗИ, ЗАЯВКА №12', 12],
    ['Fwd: Re[2]: Отменён приём по видеосвязи, заявка № 7', 7],
    ['Ответ: [EXTERNAL] Решение по заявке № 3 (прочтено)', 3],
    ['Отв.: Решение по заявке № 12', 12],
    ['HA: Приём по видеосвязи, заявка № 12', 12],
    ['На: Приём по видеосвязи, заявка № 12', 12],
    ['Antwort: Изменён приём по видеосвязи, заявка № 12', 12],
    ['Re: Приём по видеосвязи, заявка N 12', 12],
    ['Re: Приём по видеосвязи, заявка ? 12', 12],
    ['Re: Приём по видеосвязи , заявка №12.', 12],
    ['Жалоба на решение по заявке № 12', null],
    ['приказ № 12', null],
    ['дом № 12, кв. 3', null],
    ['заявка № 12', null],
    ['Приём по видеосвязи, заявка № 1234567', null],
    ['По вопросу: Приём по видеосвязи, заявка № 12', null],
    ['Приём по видеосвязи', null],
  ])('«%s»: %s', (subject, number) => {
    expect(ownNumber(subject, bundledSubjects)).toBe(number)
  })
  test("are the body's own as well; a bare number is nobody's", () => {
    expect(ownNumber('Re: Видеоприём министра (17): № 5', ['Видеоприём {орган} (17): № {номер заявки}'])).toBe(5)
    expect(ownNumber('Re: № 5', ['№ {номер заявки}'])).toBeNull()
  })
})
