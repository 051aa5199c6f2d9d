import { expect, test } from 'vitest'
import {
  asFirstRun,
  emptyFirstRun,
  errorsOf,
  firstRunSteps,
  stepOfField,
} from '../../../../../renderer/features/accounts/first-run-steps.ts'
import { FirstRun } from '../../../../../shared/contract/accounts.ts'

const person = { fullName: 'Иванова Анна Петровна', position: 'специалист', password: 'тихая-река-у-моста' }
const filled: FirstRun = {
  ...emptyFirstRun,
  bodyName: 'Управление',
  workplaceName: 'Рабочее место 3',
  administrator: person,
  people: [{ ...person, role: 'specialist' }],
}

test('an empty step cannot be left, a filled one can; what leaves the page fits the contract', () => {
  for (const step of firstRunSteps) expect(errorsOf(step, filled, 10)).toEqual({})
  expect(Object.keys(errorsOf('administrator', emptyFirstRun, 10))).toEqual([
    'administrator.fullName',
    'administrator.position',
    'administrator.password',
  ])
  expect(FirstRun.safeParse(asFirstRun(filled)).success).toBe(true)
  expect(asFirstRun(filled)).toMatchObject({ recordingsDirectory: null, backupDirectory: null })
})

test.each([
  ['Иванова', 'Укажите фамилию, имя и отчество полностью'],
  ['  ', 'Укажите фамилию, имя и отчество полностью'],
  ['Ким Алина', undefined],
])('the name «%s» → %s', (fullName, message) => {
  const people = [{ ...person, role: 'specialist' as const, fullName }]
  expect(errorsOf('people', { ...filled, people }, 10)['people.0.fullName']).toBe(message)
})

test('every field of a refusal leads to a step that holds it', () => {
  const steps = {
    'administrator.password': 'administrator',
    'people.3.password': 'people',
    timeZone: 'body',
    bodyName: 'body',
    workplaceName: 'workplace',
    recordingsDirectory: 'workplace',
    backupDirectory: 'copies',
  }
  for (const [field, step] of Object.entries(steps)) expect(stepOfField(field)).toBe(step)
})
