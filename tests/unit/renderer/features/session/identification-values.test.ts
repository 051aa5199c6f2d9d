import { expect, it } from 'vitest'
import {
  type IdentificationValues,
  identifiedAction,
  notComparedText,
} from '../../../../../renderer/features/session/identification-values.ts'
import { ReceptionAction } from '../../../../../shared/reception/event.ts'

const all: IdentificationValues = { face: true, fullName: true, birthDate: true, documentNumber: true }

it.each([
  [all, true, null],
  [{ ...all, face: false }, true, 'Отметьте, что совпало: лицо.'],
  [{ ...all, fullName: false }, true, 'Отметьте, что совпало: ФИО.'],
  [{ ...all, birthDate: false, documentNumber: false }, true, 'Отметьте, что совпало: дата рождения, номер.'],
  [{ ...all, documentNumber: false }, true, 'Отметьте, что совпало: номер.'],
  [{ ...all, documentNumber: false }, false, null],
])('%j with a known document %s: %s', (values, documentKnown, expected) => {
  expect(notComparedText(values, documentKnown)).toBe(expected)
})

it.each([
  ['established', '', 'both', null],
  ['technicallyImpossible', ' низкое качество видео ', 'both', 'низкое качество видео'],
  ['refusedToShow', '', null, null],
  ['notPassed', 'другое лицо', 'both', 'другое лицо'],
] as const)('%s makes an event of the contract', (result, reason, method, storedReason) => {
  const action = identifiedAction(all, result, reason, 'both')
  expect(ReceptionAction.parse(action)).toEqual(action)
  expect(action).toMatchObject({ result, method, reason: storedReason })
})

it.each(['established', 'technicallyImpossible', 'refusedToShow', 'notPassed'] as const)(
  '%s of a document nobody marked as shown names no way of showing',
  result => {
    expect(identifiedAction(all, result, '', null).method).toBeNull()
  },
)
