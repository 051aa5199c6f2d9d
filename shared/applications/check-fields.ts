import * as z from 'zod'
import { localToInstant } from '../text/date-time.ts'
import { isNoPatronymic } from '../text/name-parts.ts'
import { readTelephone } from '../text/read-telephone.ts'
import { ageOn, oldestPersonYears } from '../text/russian-date.ts'
import type { RegistrationFields } from './registration-fields.ts'

/** Fields with what is wrong in them, by name; empty = nothing. Texts are Russian. */
export type FieldFaults = Partial<Record<keyof RegistrationFields, string>>

const email = z.email()
const passport = /паспорт\s+(?:гражданина\s+)?(?:рф|российской федерации)/iu
const digitsOf = (text: string): string => text.replaceAll(/\D/gu, '')

/** The instant of a form's own time: an instant as it is, a local time in the zone of the body; null = not understood. */
export function formMoment(text: string, timeZone: string): string | null {
  const instant = z.iso.datetime({ offset: true }).safeParse(text)
  if (instant.success) return new Date(instant.data).toISOString()
  const local = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(text)
  if (!local?.[1]) return null
  const at = localToInstant(`${local[1]}T${local[2] ?? '00:00'}`, timeZone)
  return at === null ? null : new Date(at).toISOString()
}

/**
 * The fields as they are kept (telephone in E.164, passport as «3205» and «123456»), and what is wrong with what was
 * entered; an empty field is never wrong here. `today`: local date of the body.
 */
export function checkFields(
  fields: RegistrationFields,
  { today, timeZone }: { today: string; timeZone: string },
): { fields: RegistrationFields; faults: FieldFaults } {
  const faults: FieldFaults = {}
  const phone = fields.phone === '' ? null : readTelephone(fields.phone)
  if (phone?.ok === false) faults.phone = phone.problem
  if (phone?.ok && phone.extension !== null) faults.phone = 'Добавочный номер впишите в заметку: здесь только телефон'
  if (isNoPatronymic(fields.patronymic)) faults.patronymic = 'Если отчества нет, оставьте поле пустым'
  if (fields.email !== '' && !email.safeParse(fields.email).success) {
    faults.email = 'Адрес электронной почты: имя@домен'
  }
  if (fields.birthDate !== null && fields.birthDate > today) faults.birthDate = 'Дата рождения не может быть в будущем'
  else if (fields.birthDate !== null && ageOn(fields.birthDate, today) > oldestPersonYears) {
    faults.birthDate = `По этой дате гражданину больше ${oldestPersonYears} лет: проверьте год`
  }
  if (fields.receivedOn > today) faults.receivedOn = 'Дата поступления не может быть в будущем'
  if (fields.documentIssuedOn !== null && fields.documentIssuedOn > today) {
    faults.documentIssuedOn = 'Документ не может быть выдан в будущем'
  }
  const { series, number, ...documentFaults } = checkDocument(fields)
  const formAt = fields.formSubmittedAt === null ? null : formMoment(fields.formSubmittedAt, timeZone)
  if (fields.formSubmittedAt !== null && formAt === null) {
    faults.formSubmittedAt = 'Время отправки формы не разобрано: ДД.ММ.ГГГГ чч:мм'
  }
  return {
    fields: {
      ...fields,
      ...{ phone: phone?.ok ? phone.number : fields.phone, documentSeries: series, documentNumber: number },
      formSubmittedAt: formAt ?? fields.formSubmittedAt,
    },
    faults: { ...faults, ...documentFaults },
  }
}

/** A Russian passport has four digits and six; of other papers nothing is known. */
function checkDocument({ documentKind, documentSeries, documentNumber }: RegistrationFields): {
  series: string
  number: string
} & FieldFaults {
  const series = documentSeries
  const number = documentNumber
  if (series !== '' && number === '') return { series, number, documentNumber: 'Укажите номер документа' }
  if (!passport.test(documentKind) || number === '') return { series, number }
  const [four, six] = [digitsOf(series), digitsOf(number)]
  return {
    series: four.length === 4 ? four : series,
    number: six.length === 6 ? six : number,
    ...(four.length === 4 ? {} : { documentSeries: 'Серия паспорта гражданина РФ: четыре цифры' }),
    ...(six.length === 6 ? {} : { documentNumber: 'Номер паспорта гражданина РФ: шесть цифр' }),
  }
}
