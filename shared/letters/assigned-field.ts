import { fieldWords } from './field-words.ts'
import type { ReadField } from './letter-reading.ts'
import type { LabelTarget } from './own-synonyms.ts'
import { rawFieldsOf } from './raw-fields.ts'
import { readApplication } from './read-application.ts'

/** The body chosen and the moment of the form are not fields a person fills in. */
export type AssignedTarget = Exclude<LabelTarget, 'body' | 'addressKind' | 'formSubmittedAt'>

/** What a person may say an unknown field of a letter is, in the order of п. 2.2. */
export const assignedTargetWords: Readonly<Record<AssignedTarget, string>> = {
  fullName: 'Фамилия, имя и отчество',
  familyName: fieldWords.familyName,
  givenName: fieldWords.givenName,
  patronymic: fieldWords.patronymic,
  birthDate: fieldWords.birthDate,
  document: 'Документ целиком',
  documentKind: fieldWords.documentKind,
  documentSeries: fieldWords.documentSeries,
  documentNumber: fieldWords.documentNumber,
  documentIssue: 'Кем и когда выдан документ',
  documentIssuedBy: fieldWords.documentIssuedBy,
  documentIssuedOn: fieldWords.documentIssuedOn,
  address: fieldWords.address,
  residenceAddress: 'Адрес места жительства',
  stayAddress: 'Адрес места пребывания',
  consentPersonalData: fieldWords.consentPersonalData,
  consentVideo: fieldWords.consentVideo,
  bothConsents: 'Оба согласия',
  topic: fieldWords.topic,
  phone: fieldWords.phone,
  email: fieldWords.email,
}

/** The fields a value makes when a person says what it is: read as strictly as under a name the program knows. */
export function fieldsAssigned(target: AssignedTarget, value: string, today: string): readonly ReadField[] {
  const pair = { label: '', value, quoted: false, target }
  return readApplication(rawFieldsOf([pair]), [pair], today).fields
}
