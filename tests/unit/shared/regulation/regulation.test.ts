import { expect, test } from 'vitest'
import regulationFile from '../../../../resources/regulations/kuzbass-121.json' with { type: 'json' }
import { OutcomeCode } from '../../../../shared/reception/event.ts'
import { clauseText } from '../../../../shared/regulation/clause-text.ts'
import { Regulation } from '../../../../shared/regulation/regulation.ts'

const regulation = Regulation.parse(regulationFile)

test('order № 121 states its limits under these clauses and no others', () => {
  expect(Object.fromEntries(Object.entries(regulation.limits).map(([name, { clause }]) => [name, clause]))).toEqual({
    noShow: 'п. 3.12 абз. 2',
    talk: 'п. 3.10',
    extensionStep: null,
    extensionOffer: null,
    callOffer: null,
    promisedConnection: null,
    callTries: null,
    recordingRetention: 'п. 3.6',
    undo: null,
  })
})

test('its terms D1–D7, as the order counts them', () => {
  const said = regulation.terms.map(({ id, clause, amount, unit, direction, countFrom }) =>
    [id, clause, amount, unit, direction, countFrom].join(' · '),
  )
  expect(said).toEqual([
    'D1 · п. 2.3 · 1 · calendarDay · after · nextDay',
    'D2 · п. 2.4 · 3 · workingDay · after · nextDay',
    'D3 · п. 2.4 · 1 · workingDay · after · nextDay',
    'D4 · п. 2.4 · 3 · workingDay · after · nextDay',
    'D5 · п. 2.5 · 1 · workingDay · after · nextDay',
    'D6 · п. 3.4 · 15 · minute · before · sameDay',
    'D7 · п. 3.5 · 0 · minute · after · sameDay',
  ])
})

test('a term named twice is refused', () => {
  const [first] = regulation.terms
  expect(Regulation.safeParse({ ...regulation, terms: [first, first] }).success).toBe(false)
})

test('the seven headings of Annex 1, with «видеоконференцсвязи» in one word', () => {
  expect(regulation.journal.columns).toEqual([
    '№ п/п',
    'Дата поступления заявки',
    'Ф.И.О. гражданина',
    'Тематика вопроса',
    'Результат рассмотрения заявки (дата и время проведения личного приема посредством видеоконференцсвязи либо вынесено решение об отклонении заявки, дата решения)',
    'Ф.И.О. ответственного специалиста',
    'Результаты проведения личного приема посредством видеоконференцсвязи',
  ])
})

test('all outcomes in the order of the union, each written for paper with «е»', () => {
  expect(regulation.outcomes.map(({ code }) => code)).toEqual(OutcomeCode.options)
  for (const { draft } of regulation.outcomes) expect(draft).not.toMatch(/ё/i)
  expect(JSON.stringify(regulation.phrases)).not.toMatch(/ё/i)
})

test('where the order is silent there is no clause', () => {
  const silent = regulation.outcomes.filter(({ clause }) => clause === null).map(({ code }) => code)
  expect(silent).toEqual(['connectionLost', 'recordingRefused', 'endedByCitizen', 'emergency', 'other'])
  expect(clauseText(null)).toBe('Порядком не урегулировано')
  expect(clauseText('п. 3.10')).toBe('п. 3.10')
})

test.each(['п. 3.10', 'п. 3.12 абз. 2', 'пп. 3.8, 3.9', null])('%s is a clause', clause => {
  expect(withClause(clause).success).toBe(true)
})
test.each(['', '3.10', 'п 3.10', 'п. 3.10 ', 'п. 3.', 'пп. 3.8', 'п. 3.8, 3.9', 'статья 5'])('«%s» is none', clause => {
  expect(withClause(clause).success).toBe(false)
})

function withClause(clause: string | null) {
  const { limits } = regulation
  return Regulation.safeParse({ ...regulation, limits: { ...limits, talk: { ...limits.talk, clause } } })
}
