import { expect, it } from 'vitest'
import {
  type IdentificationValues,
  identifiedAction,
  isAllCompared,
} from '../../../../../renderer/features/session/identification-values.ts'
import { ReceptionAction } from '../../../../../shared/reception/event.ts'

const all: IdentificationValues = { face: true, fullName: true, birthDate: true, documentNumber: true, method: 'both' }

it.each([
  [all, true, true],
  [{ ...all, face: false }, true, false],
  [{ ...all, fullName: false }, true, false],
  [{ ...all, birthDate: false }, true, false],
  [{ ...all, documentNumber: false }, true, false],
  [{ ...all, documentNumber: false }, false, true],
])('%j with a known document %s may be established: %s', (values, documentKnown, expected) => {
  expect(isAllCompared(values, documentKnown)).toBe(expected)
})

it.each([
  ['established', '', 'both', null],
  ['technicallyImpossible', ' низкое качество видео ', 'both', 'низкое качество видео'],
  ['refusedToShow', '', null, null],
  ['notPassed', 'другое лицо', 'both', 'другое лицо'],
] as const)('%s makes an event of the contract', (result, reason, method, storedReason) => {
  const action = identifiedAction(all, result, reason)
  expect(ReceptionAction.parse(action)).toEqual(action)
  expect(action).toMatchObject({ result, method, reason: storedReason })
})
