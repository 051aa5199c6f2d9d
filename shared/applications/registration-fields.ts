import * as z from 'zod'
import { FieldName } from '../letters/letter-reading.ts'
import { typedLine } from '../text/text-schema.ts'

const optional = (max: number) => typedLine().max(max, 'Слишком длинно')

/**
 * Fields of clause 2.2 as far as they are known: an incomplete application is registered all the same (п. 2.4), only
 * what a machine can never read (a date that is none) is refused. Empty texts and nulls are what is missing.
 */
export const RegistrationFields = z.strictObject({
  /** Empty: nobody is named in the application. */
  familyName: optional(100),
  givenName: optional(100),
  patronymic: optional(100),
  birthDate: z.iso.date('Дата рождения: ДД.ММ.ГГГГ').nullable(),
  documentKind: optional(100),
  documentSeries: optional(20),
  documentNumber: optional(40),
  documentIssuedBy: optional(300),
  documentIssuedOn: z.iso.date('Дата выдачи: ДД.ММ.ГГГГ').nullable(),
  address: optional(500),
  addressKind: z.enum(['residence', 'stay']),
  consentPersonalData: z.boolean(),
  consentVideo: z.boolean(),
  topic: optional(500),
  /** As typed; kept in E.164. */
  phone: optional(40),
  email: optional(254),
  channel: z.enum(['widget', 'phone', 'visit']),
  /** Local date of the body; of a letter its own receipt counts. */
  receivedOn: z.iso.date('Дата поступления: ДД.ММ.ГГГГ'),
  /** Local date and time, or an instant; null where the application does not say. */
  formSubmittedAt: optional(40).nullable(),
})
export type RegistrationFields = z.infer<typeof RegistrationFields>

/** What the order wants in an application (п. 2.2); the patronymic only where there is one. */
export const MissingField = FieldName.extract([
  'familyName',
  'givenName',
  'birthDate',
  'documentNumber',
  'address',
  'consentPersonalData',
  'consentVideo',
  'topic',
  'phone',
  'email',
])
export type MissingField = z.infer<typeof MissingField>

type Known = Omit<RegistrationFields, 'formSubmittedAt' | 'channel' | 'receivedOn' | 'addressKind'>

/** What is missing in an application, in the order of the clause. */
export const missingFields = (fields: Pick<Known, MissingField>): MissingField[] =>
  MissingField.options.filter(name => {
    const value = fields[name]
    return value === null || value === '' || value === false
  })

/** Nobody is named and nobody can be asked: such a line of the journal would stand for no one. */
export const isUnreachable = ({ familyName, givenName, phone, email }: Pick<Known, MissingField>): boolean =>
  [familyName, givenName, phone, email].every(text => text === '')

export const nobodyNamed = 'Укажите, кто обратился: фамилию или имя, телефон или электронную почту.'

/** The name in clause 2.2's words, and what to do about it. */
export const missingFieldWords: Readonly<Record<MissingField, { readonly name: string; readonly todo: string }>> = {
  familyName: { name: 'фамилия', todo: 'Позвоните и спросите, как зовут заявителя.' },
  givenName: { name: 'имя', todo: 'Позвоните и спросите имя полностью.' },
  birthDate: { name: 'дата рождения', todo: 'Позвоните и спросите дату рождения: без неё не найти прежние заявки.' },
  documentNumber: {
    name: 'документ, удостоверяющий личность',
    todo: 'Позвоните и спросите вид, серию и номер: на приёме документ сверяют с заявкой (п. 3.7).',
  },
  address: { name: 'адрес регистрации', todo: 'Позвоните и спросите адрес: он нужен в решении об отклонении.' },
  consentPersonalData: {
    name: 'согласие на обработку персональных данных',
    todo: 'Позвоните и спросите согласие: без него приём не назначается.',
  },
  consentVideo: {
    name: 'согласие на видеозапись',
    todo: 'Позвоните и спросите согласие: приём обязательно записывается (п. 3.6).',
  },
  topic: { name: 'тематика вопроса', todo: 'Позвоните и спросите, с каким вопросом обращается гражданин.' },
  phone: { name: 'телефон', todo: 'Напишите гражданину и попросите номер: по нему звонят при неисправности (п. 3.5).' },
  email: {
    name: 'электронная почта',
    todo: 'Позвоните и спросите адрес. Если его нет, о приёме сообщают по телефону и отмечают это.',
  },
}
