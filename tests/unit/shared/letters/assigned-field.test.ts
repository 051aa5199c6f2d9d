import { expect, test } from 'vitest'
import { type AssignedTarget, assignedTargetWords, fieldsAssigned } from '../../../../shared/letters/assigned-field.ts'

const today = '2026-11-20'

test.each<[AssignedTarget, string, Record<string, string | null>]>([
  ['familyName', 'Зимин', { familyName: 'Зимин' }],
  ['fullName', 'Зимин Пётр Ильич', { familyName: 'Зимин', givenName: 'Пётр', patronymic: 'Ильич' }],
  ['birthDate', '12.03.1961', { birthDate: '1961-03-12' }],
  ['birthDate', '31.02.1961', { birthDate: null }],
  ['phone', '8 900 000-00-01', { phone: '+79000000001' }],
  ['phone', '8 900 000-00', { phone: null }],
  ['bothConsents', 'да', { consentPersonalData: 'given', consentVideo: 'given' }],
  ['consentVideo', 'нет', { consentVideo: 'notGiven' }],
  ['stayAddress', 'г. Примеров', { address: 'г. Примеров', addressKind: 'stay' }],
  ['document', '3215 123456', { documentSeries: '3215', documentNumber: '123456' }],
])('a person says «%s» of %j', (target, value, fields) => {
  const read = fieldsAssigned(target, value, today)
  expect(Object.fromEntries(read.map(field => [field.name, field.value]))).toMatchObject(fields)
})

test('every target has words of its own', () => {
  const words = Object.values(assignedTargetWords)
  expect(new Set(words).size).toBe(words.length)
})
