import { expect, test } from 'vitest'
import {
  initialRegistration,
  letterProblems,
  missingOf,
  toRegistration,
} from '../../../../../renderer/features/applications/registration-values.ts'
import { checkFields } from '../../../../../shared/applications/check-fields.ts'
import { RegistrationFields } from '../../../../../shared/applications/registration-fields.ts'
import type { FieldName, LetterReading } from '../../../../../shared/letters/letter-reading.ts'

const field = (name: FieldName, raw: string, value: string | null = raw, problem: string | null = null) => ({
  ...{ name, raw, value, problem },
})
const letter = (fields: ReturnType<typeof field>[]) => ({
  letterId: '00000000-0000-4000-8000-000000000001',
  reading: {
    ...{
      kind: 'application',
      subject: '',
      fromName: '',
      fromAddress: '',
      headerAt: null,
      messageId: null,
      answers: [],
    },
    ...{ text: '', attachments: [], warnings: [], reply: null, report: null },
    application: { fields, missing: [], unknown: [], profileId: null },
  } satisfies LetterReading as LetterReading,
})
const today = '2026-11-20'

test('what a letter says fills the form, what could not be read is quoted beside its field', () => {
  const from = letter([
    field('familyName', 'Канарейкин'),
    field('birthDate', '31.02.1961', null, 'Такого дня нет.'),
    field('phone', '36-04-14', null, 'Номер без кода.'),
    field('consentVideo', 'да', 'given'),
    field('consentPersonalData', 'нет', 'notGiven'),
    field('addressKind', 'по месту пребывания', 'stay'),
    field('formSubmittedAt', '19.11.2026 10:00', '2026-11-19T10:00'),
  ])
  const values = initialRegistration(today, from)
  expect(values).toMatchObject({
    ...{ familyName: 'Канарейкин', birthDate: null, phone: '36-04-14', addressKind: 'stay', channel: 'widget' },
    ...{ consentVideo: true, consentPersonalData: false, formSubmittedAt: '2026-11-19T10:00' },
  })
  expect(letterProblems(from)).toEqual({
    birthDate: 'Такого дня нет. В письме: «31.02.1961»',
    phone: 'Номер без кода. В письме: «36-04-14»',
  })
  expect(missingOf(values)).toEqual([
    ...['givenName', 'birthDate', 'documentNumber', 'address', 'consentPersonalData', 'topic', 'email'],
  ])
})

test('an empty form has the shape of the contract and nothing wrong in it', () => {
  const fields = RegistrationFields.parse(toRegistration(initialRegistration(today, null)))
  expect(checkFields(fields, { today, timeZone: 'Asia/Novokuznetsk' }).faults).toEqual({})
})
