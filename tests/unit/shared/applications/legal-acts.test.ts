import { describe, expect, test } from 'vitest'
import {
  type ActFacts,
  judgeAct,
  judgeActs,
  LegalAct,
  refusalWords,
} from '../../../../shared/applications/legal-acts.ts'
import type { TermState } from '../../../../shared/calendar/term-state.ts'

/** Each act × each state of facts: permitted (✓), or the clause it is refused by. */
const due = {
  ...{ legalOn: '2026-11-23', legalAt: '2026-11-23T17:00:00.000Z' },
  ...{ targetAt: '2026-11-23T10:00:00.000Z', cautiousOn: '2026-11-20' },
}
const running: TermState = { kind: 'running', due, left: 1, urgency: 'calm' }
const overdue: TermState = { kind: 'overdue', due, over: 1 }
const missingYear: TermState = { kind: 'missingYear', year: 2028 }
const at = '2026-11-20T02:00:00.000Z'

type Changes = Partial<Omit<ActFacts, 'facts'>> & { readonly facts?: Partial<ActFacts['facts']> }
const factsOf = ({ facts = {}, ...changes }: Changes): ActFacts => ({
  ...{ step: null, isBegun: false, isNamed: true, isAnnulled: false, consentsToData: true, hasLink: true },
  ...{ answerTerm: { kind: 'notStarted' }, isAnswerUnjudged: false, isMailSilent: false, untoldCancellationAt: null },
  ...changes,
  facts: { validNoticeAt: null, confirmedAt: null, rejectedAt: null, ...facts },
})
const noticed = { step: 'scheduled', facts: { validNoticeAt: at } } as const

/** In the order of the enum: appoint, reject, note notice, note confirmation, refused, not confirmed, note the cancellation, move, annul. */
const table: readonly (readonly [string, Changes, string])[] = [
  ['registered', {}, '✓ ✓ 2.4 2.5 2.6 2.6 2.6 3.3 ✓'],
  ['no consent to personal data', { consentsToData: false }, '2.2 ✓ 2.4 2.5 2.6 2.6 2.6 3.3 ✓'],
  ['nobody is named', { isNamed: false }, '2.2 ✓ 2.4 2.5 2.6 2.6 2.6 3.3 ✓'],
  ['rejected', { facts: { rejectedAt: at } }, '2.7 2.7 2.4 2.5 2.6 2.6 2.6 3.3 2.7'],
  ['appointed, no notice', { step: 'scheduled' }, '2.4 2.4 ✓ 2.4 ✓ 2.4 2.6 ✓ 2.4'],
  ['appointed, no link', { step: 'scheduled', hasLink: false }, '2.4 2.4 2.4 2.4 ✓ 2.4 2.6 ✓ 2.4'],
  ['notice out, the term runs', { ...noticed, answerTerm: running }, '2.4 2.4 2.4 ✓ ✓ 2.5 2.6 ✓ 2.4'],
  ['notice out, no calendar of the year', { ...noticed, answerTerm: missingYear }, '2.4 2.4 2.4 ✓ ✓ 2.5 2.6 ✓ 2.4'],
  ['notice out, no term in the regulation', { ...noticed, answerTerm: null }, '2.4 2.4 2.4 ✓ ✓ 2.5 2.6 ✓ 2.4'],
  ['the term is over', { ...noticed, answerTerm: overdue }, '2.4 2.4 2.4 ✓ ✓ ✓ 2.6 ✓ 2.4'],
  [
    'over, an answer in time lies unjudged',
    { ...noticed, answerTerm: overdue, isAnswerUnjudged: true },
    '2.4 2.4 2.4 ✓ ✓ 2.5 2.6 ✓ 2.4',
  ],
  [
    'over, the mail is silent',
    { ...noticed, answerTerm: overdue, isMailSilent: true },
    '2.4 2.4 2.4 ✓ ✓ 2.5 2.6 ✓ 2.4',
  ],
  [
    'confirmed in time',
    {
      step: 'scheduled',
      facts: { validNoticeAt: at, confirmedAt: at },
      answerTerm: { kind: 'met', due, on: '2026-11-20', late: false },
    },
    '2.4 2.4 2.4 2.5 ✓ 2.5 2.6 ✓ 2.4',
  ],
  [
    'confirmed, though the term is told as over',
    { step: 'scheduled', facts: { validNoticeAt: at, confirmedAt: at }, answerTerm: overdue },
    '2.4 2.4 2.4 2.5 ✓ 2.5 2.6 ✓ 2.4',
  ],
  [
    'the room stands open',
    { step: 'waiting', facts: { validNoticeAt: at }, answerTerm: overdue },
    '2.4 2.4 2.4 ✓ ✓ 2.6 2.6 ✓ 2.4',
  ],
  [
    'another time is looked for',
    { step: 'moving', facts: { validNoticeAt: at }, answerTerm: overdue },
    '2.4 2.4 2.4 2.5 ✓ 2.5 2.6 ✓ 2.4',
  ],
  ['another time, after it had begun', { step: 'moving', isBegun: true }, '2.4 2.4 2.4 2.5 2.6 2.5 2.6 ✓ 2.4'],
  ['the citizen is being received', { step: 'consulting', isBegun: true }, '2.4 2.4 2.4 2.5 2.6 2.6 2.6 3.3 2.4'],
  ['a breakdown is noted', { step: 'fault', isBegun: true }, '2.4 2.4 2.4 2.5 2.6 2.6 2.6 3.5 2.4'],
  ['the talk is over', { step: 'closing', isBegun: true }, '2.4 2.4 2.4 2.5 2.6 2.6 2.6 3.3 2.4'],
  ['closed', { step: 'closed', isBegun: true }, '2.4 2.4 2.4 2.5 2.6 2.6 2.6 3.3 2.4'],
  ['cancelled', { step: 'cancelled' }, '2.4 2.4 2.4 2.5 2.6 2.6 2.6 3.3 2.4'],
  ['cancelled, and nobody told', { step: 'cancelled', untoldCancellationAt: at }, '2.4 2.4 2.4 2.5 2.6 2.6 ✓ 3.3 2.4'],
  ['struck through', { isAnnulled: true }, '2.4 2.4 2.4 2.4 2.4 2.4 2.4 2.4 2.4'],
  ['moved', { step: 'moved' }, '2.4 2.4 2.4 2.5 2.6 2.6 2.6 3.3 2.4'],
]

describe.each(table)('%s', (_state, changes, expected) => {
  test('each act is permitted, or refused by its clause and in words', () => {
    const acts = judgeActs(factsOf(changes))
    const told = acts.map(({ permitted, clause }) =>
      permitted ? '✓' : clause.replace(/^пп?\. /u, '').replace(/,.*/u, ''),
    )
    expect(told.join(' ')).toBe(expected)
    for (const { permitted, reason, clause } of acts) {
      expect(clause).toMatch(/^пп?\. \d/u)
      expect(reason === null).toBe(permitted)
      if (reason !== null) expect(refusalWords({ reason, clause })).toMatch(/^[А-ЯЁ].+ \(пп?\. [\d., ]+\)\.$/u)
    }
  })
})

test('every act stands in the table, and each is permitted somewhere and refused somewhere', () => {
  for (const act of LegalAct.options) {
    const permitted = table.map(([, changes]) => judgeAct(act, factsOf(changes)).permitted)
    expect(new Set(permitted), act).toEqual(new Set([true, false]))
  }
})
test('a permitted act has no words of refusal', () => {
  expect(refusalWords(judgeAct('appoint', factsOf({})))).toBe('')
})
