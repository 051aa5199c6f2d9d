import { expect, test } from 'vitest'
import topicsFile from '../../../../resources/topics.json' with { type: 'json' }
import { checkFields, formMoment } from '../../../../shared/applications/check-fields.ts'
import type { RegistrationFields } from '../../../../shared/applications/registration-fields.ts'
import { guessTopic, TopicDirectory } from '../../../../shared/applications/topics.ts'

const typed: RegistrationFields = {
  ...{ familyName: 'Канарейкин', givenName: 'Пётр', patronymic: 'Петрович', birthDate: '1961-04-12' },
  ...{ documentKind: '', documentSeries: '', documentNumber: '', documentIssuedBy: '', documentIssuedOn: null },
  ...{ address: '', addressKind: 'residence', consentPersonalData: true, consentVideo: true, topic: '', phone: '' },
  ...{ email: '', channel: 'phone', receivedOn: '2026-11-30', formSubmittedAt: null },
}
const checked = (changes: Partial<RegistrationFields>) =>
  checkFields({ ...typed, ...changes }, { today: '2026-11-30', timeZone: 'Asia/Novokuznetsk' })

/** null: refused at the field. */
function phoneOf(phone: string): string | null {
  const { fields, faults } = checked({ phone })
  return faults.phone === undefined ? fields.phone : null
}

test.each<[Partial<RegistrationFields>, string[]]>([
  [{}, []],
  [{ patronymic: '' }, []],
  [{ patronymic: 'нет' }, ['patronymic']],
  [{ patronymic: '-' }, ['patronymic']],
  [{ birthDate: '1890-01-01' }, ['birthDate']],
  [{ birthDate: '2026-12-01' }, ['birthDate']],
  [{ phone: '8 900 000-00-1' }, ['phone']],
  [{ phone: '+8 900 000-00-12' }, ['phone']],
])('%o is told at %o', (changes, fields) => {
  expect(Object.keys(checked(changes).faults)).toEqual(fields)
})

test.each([
  ['8 900 000-00-12', '+79000000012'],
  ['+7 (900) 000 00 12', '+79000000012'],
  ['9000000012', '+79000000012'],
  ['+7 (384-2) 00-04-14', '+73842000414'],
  ['+375 29 000-00-12', '+375290000012'],
  ['36-04-14', null],
  ['89000000012345', null],
  ['нет', null],
])('%s is %s', (text, expected) => {
  expect(phoneOf(text)).toBe(expected)
})

test.each([
  ['2026-11-20T09:00', '2026-11-20T02:00:00.000Z'],
  ['2026-11-20T09:00:31', '2026-11-20T02:00:00.000Z'],
  ['2026-11-20T05:00:00+03:00', '2026-11-20T02:00:00.000Z'],
  ['2026-11-20', '2026-11-19T17:00:00.000Z'],
  ['2026-02-30T09:00', null],
  ['вчера', null],
])('the form was sent %s: %s', (text, expected) => {
  expect(formMoment(text, 'Asia/Novokuznetsk')).toBe(expected)
})

const topics = TopicDirectory.parse(topicsFile)

test.each([
  ['Субсидия на оплату ЖКУ', 'housingSubsidy'],
  ['Выплата на третьего ребёнка', 'childBenefits'],
  ['Социальный контракт', 'socialContract'],
  ['не начислили пенсию, не учли стаж', 'pension'],
  ['Прошу объяснить', null],
])('«%s» speaks of %s', (text, expected) => {
  expect(guessTopic(text, topics)?.id ?? null).toBe(expected)
})
