import { labelKey } from './label.ts'
import type { FieldName, MappingProfile } from './letter-reading.ts'

/** One field, or several that a site writes in one line. */
export type LabelTarget =
  | FieldName
  | 'fullName'
  | 'document'
  | 'documentIssue'
  | 'residenceAddress'
  | 'stayAddress'
  | 'bothConsents'

const own: Readonly<Record<LabelTarget, readonly string[]>> = {
  fullName: [
    'ФИО',
    'Ф.И.О.',
    'Ф. И. О.',
    'ФИО заявителя',
    'ФИО гражданина',
    'Ф.И.О. заявителя',
    'Ф.И.О. гражданина',
    'Фамилия, имя, отчество',
    'Фамилия имя отчество',
    'Фамилия, имя и отчество',
    'Фамилия, имя, отчество заявителя',
    'Фамилия, имя, отчество гражданина',
    'Фамилия, имя, отчество (последнее – при наличии)',
    'Фамилия, имя, отчество (последнее - при наличии)',
    'Заявитель',
    'Гражданин',
    'Полное имя',
    'full name',
    'fio',
  ],
  familyName: ['Фамилия', 'Фамилия заявителя', 'Фамилия гражданина', 'surname', 'last name', 'lastname', 'family name'],
  givenName: ['Имя', 'Имя заявителя', 'Имя гражданина', 'first name', 'firstname', 'given name'],
  patronymic: [
    'Отчество',
    'Отчество заявителя',
    'Отчество гражданина',
    'Отчество, если есть',
    'Отчество (последнее – при наличии)',
    'patronymic',
    'middle name',
    'middlename',
  ],
  birthDate: [
    'Дата рождения',
    'Дата рождения заявителя',
    'Дата рождения гражданина',
    'День рождения',
    'Родился',
    'Родилась',
    'Д.р.',
    'birth date',
    'birthdate',
    'date of birth',
    'birthday',
  ],
  document: [
    'Документ, удостоверяющий личность',
    'Документ удостоверяющий личность',
    'Реквизиты документа, удостоверяющего личность',
    'Данные документа, удостоверяющего личность',
    'Документ',
    'Паспорт',
    'Паспорт РФ',
    'Паспорт гражданина РФ',
    'Паспорт гражданина Российской Федерации',
    'Паспортные данные',
    'Серия и номер',
    'Серия, номер',
    'Серия/номер',
    'Серия и № ',
    'Серия и номер паспорта',
    'Серия и номер документа',
    'Серия, номер паспорта',
    'Серия и номер документа, удостоверяющего личность',
    'passport',
    'identity document',
  ],
  documentKind: [
    'Вид документа',
    'Тип документа',
    'Наименование документа',
    'Вид документа, удостоверяющего личность',
    'Тип документа, удостоверяющего личность',
    'document type',
    'document kind',
    'doc type',
  ],
  documentSeries: [
    'Серия',
    'Серия документа',
    'Серия паспорта',
    'passport series',
    'document series',
    'doc series',
    'series',
  ],
  documentNumber: [
    'Номер документа',
    'Номер паспорта',
    '№ паспорта',
    '№ документа',
    'Номер',
    'passport number',
    'document number',
    'doc number',
    'number',
  ],
  documentIssue: [
    'Выдан',
    'Кем и когда выдан',
    'Когда и кем выдан',
    'Кем выдан, дата выдачи',
    'Кем и когда выдан документ',
    'Кем и когда выдан паспорт',
  ],
  documentIssuedBy: [
    'Кем выдан',
    'Кем выдан паспорт',
    'Кем выдан документ',
    'Орган, выдавший документ',
    'Орган выдавший документ',
    'Наименование органа, выдавшего документ',
    'issued by',
    'passport issued by',
    'document issued by',
  ],
  documentIssuedOn: [
    'Дата выдачи',
    'Когда выдан',
    'Дата выдачи паспорта',
    'Дата выдачи документа',
    'issued on',
    'issue date',
    'date of issue',
    'passport issue date',
    'passport issued on',
    'document issued on',
  ],
  address: [
    'Адрес',
    'Адрес регистрации',
    'Адрес заявителя',
    'Адрес гражданина',
    'Адрес места жительства (пребывания)',
    'Адрес регистрации по месту жительства (пребывания)',
    'Адрес регистрации по месту жительства (месту пребывания)',
    'Адрес регистрации по месту жительства или пребывания',
    'Прописка',
    'Зарегистрирован по адресу',
    'address',
    'registration address',
  ],
  residenceAddress: [
    'Адрес места жительства',
    'Адрес регистрации по месту жительства',
    'Место жительства',
    'Адрес постоянной регистрации',
  ],
  stayAddress: [
    'Адрес места пребывания',
    'Адрес регистрации по месту пребывания',
    'Место пребывания',
    'Адрес временной регистрации',
  ],
  addressKind: ['Вид регистрации', 'Тип регистрации', 'Вид адреса', 'Тип адреса', 'address kind', 'address type'],
  body: [
    'Орган',
    'Наименование органа',
    'Орган социальной защиты',
    'Орган социальной защиты населения',
    'Учреждение',
    'Наименование учреждения',
    'Выбранный орган',
    'Куда обращается',
    'Куда',
    'Орган (учреждение)',
    'body',
    'organization',
    'organisation',
    'department',
  ],
  consentPersonalData: [
    'Согласие на обработку персональных данных',
    'Согласен на обработку персональных данных',
    'Согласна на обработку персональных данных',
    'Даю согласие на обработку персональных данных',
    'Я согласен на обработку персональных данных',
    'Я даю согласие на обработку персональных данных',
    'Я согласен(на) на обработку персональных данных',
    'Согласен(на) на обработку персональных данных',
    'Обработка персональных данных',
    'Согласие на обработку ПД',
    'Согласие на обработку ПДн',
    'personal data consent',
    'consent personal data',
    'consent pd',
    'agree personal data',
  ],
  consentVideo: [
    'Согласие на видеозапись',
    'Согласие на видеозапись приема',
    'Согласие на видеозапись личного приема',
    'Согласие на проведение видеозаписи',
    'Согласие на ведение видеозаписи',
    'Согласие на осуществление видеозаписи',
    'Согласие на видеосъемку',
    'Согласен на видеозапись',
    'Согласна на видеозапись',
    'Согласен на видеозапись приема',
    'Даю согласие на видеозапись',
    'Даю согласие на видеозапись приема',
    'Я даю согласие на видеозапись приема',
    'Я согласен(на) на видеозапись приема',
    'Согласен(на) на видеозапись',
    'Согласен(на) на видеозапись приема',
    'Видеозапись',
    'Видеозапись приема',
    'video consent',
    'consent video',
    'agree video',
  ],
  bothConsents: [
    'Согласие на обработку персональных данных и видеозапись',
    'Согласие на обработку персональных данных и на видеозапись',
    'Согласие на обработку персональных данных и видеозапись приема',
  ],
  topic: [
    'Тема',
    'Тематика',
    'Тематика вопроса',
    'Тема вопроса',
    'Тема обращения',
    'Тема приема',
    'Вопрос',
    'Суть вопроса',
    'Содержание вопроса',
    'Содержание обращения',
    'Текст обращения',
    'Текст вопроса',
    'Описание вопроса',
    'topic',
    'question',
  ],
  phone: [
    'Телефон',
    'Телефон заявителя',
    'Номер телефона',
    'Контактный телефон',
    'Контактный номер телефона',
    'Мобильный телефон',
    'Тел.',
    'Тел',
    'Сотовый',
    'Сотовый телефон',
    'phone',
    'phone number',
    'tel',
    'mobile',
  ],
  email: [
    'Эл. почта',
    'Электронная почта',
    'Почта',
    'Адрес электронной почты',
    'Адрес эл. почты',
    'E-mail',
    'Email',
    'E-mail заявителя',
    'Емейл',
    'Имейл',
    'Адрес e-mail',
    'Адрес E-mail',
    'Электронный адрес',
    'mail',
    'e mail',
  ],
  formSubmittedAt: [
    'Дата и время заполнения',
    'Дата заполнения',
    'Дата и время отправки',
    'Дата отправки формы',
    'Время отправки',
    'Дата подачи',
    'Дата и время подачи',
    'Дата подачи заявки',
    'Дата заявки',
    'submitted at',
    'submitted',
    'form submitted at',
    'created at',
  ],
}

/** Labels of one source, by their key. */
export type LabelTable = ReadonlyMap<string, LabelTarget>

const entries = (Object.entries(own) as [LabelTarget, readonly string[]][]).flatMap(([target, labels]) =>
  labels.map(label => [labelKey(label), target] as const),
)

/** The program's own synonyms. */
export const ownLabels: LabelTable = new Map(entries)

/** Whether a profile is meant for the letters of a sender. */
export const isProfileFor = ({ senderEnds }: MappingProfile, sender: string): boolean =>
  sender.toLocaleLowerCase('ru').endsWith(senderEnds.toLocaleLowerCase('ru'))

/**
 * The labels of a profile. One label given to several fields of the name or of the document means that the site writes
 * them in one line.
 */
export function labelsOfProfile({ labels }: MappingProfile): LabelTable {
  const fields = new Map<string, FieldName[]>()
  for (const [name, ofField] of Object.entries(labels) as [FieldName, readonly string[]][]) {
    for (const label of ofField) fields.set(labelKey(label), [...(fields.get(labelKey(label)) ?? []), name])
  }
  return new Map([...fields].map(([key, names]) => [key, targetOf(names)]))
}

function targetOf(names: readonly FieldName[]): LabelTarget {
  const [first = 'topic'] = names
  if (names.length === 1) return first
  if (names.includes('familyName')) return 'fullName'
  if (names.includes('consentVideo') && names.includes('consentPersonalData')) return 'bothConsents'
  if (names.includes('documentNumber')) return 'document'
  return names.includes('documentIssuedBy') ? 'documentIssue' : first
}
