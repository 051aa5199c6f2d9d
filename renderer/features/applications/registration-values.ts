import {
  type MissingField,
  missingFields,
  type RegistrationFields,
} from '../../../shared/applications/registration-fields.ts'
import type { FieldName, LetterReading } from '../../../shared/letters/letter-reading.ts'
import type { LetterReceiptSource } from '../../../shared/mailroom/receipt-source.ts'
import { type ApplicationValues, emptyApplication } from '../reception/application-values.ts'

/** A letter as it was read, to be registered. */
export interface LetterToRegister {
  readonly letterId: string
  readonly reading: LetterReading
  /** Left out: nobody knows it. */
  readonly receipt?: LetterReceiptDay
}

/** The day a letter was received, as a local date of the body; null: nobody knows it, a person is asked. */
export interface LetterReceiptDay {
  readonly on: string | null
  readonly source: LetterReceiptSource
}

export type RegistrationValues = ApplicationValues & { formSubmittedAt: string | null }

const texts = [
  'familyName',
  'givenName',
  'patronymic',
  'documentKind',
  'documentSeries',
  'documentNumber',
  'documentIssuedBy',
  'address',
  'topic',
  'phone',
  'email',
] as const satisfies readonly (FieldName & keyof ApplicationValues)[]

/** The form as the letter fills it: what was understood, else what stood there. Empty without a letter. */
export function initialRegistration(today: string, letter: LetterToRegister | null): RegistrationValues {
  const empty = { ...emptyApplication(today), formSubmittedAt: null }
  const fields = letter?.reading.application?.fields ?? []
  if (letter === null) return { ...empty, channel: 'visit' }
  const read = (name: FieldName) => fields.find(field => field.name === name)
  const filled: RegistrationValues = { ...empty, channel: 'widget' }
  for (const name of texts) {
    const field = read(name)
    if (field) filled[name] = field.value ?? field.raw
  }
  return {
    ...filled,
    receivedOn: letter.receipt?.on ?? null,
    birthDate: read('birthDate')?.value ?? null,
    documentIssuedOn: read('documentIssuedOn')?.value ?? null,
    addressKind: read('addressKind')?.value === 'stay' ? 'stay' : 'residence',
    consentPersonalData: read('consentPersonalData')?.value === 'given',
    consentVideo: read('consentVideo')?.value === 'given',
    formSubmittedAt: read('formSubmittedAt')?.value ?? null,
  }
}

/** What is wrong in the letter, at the fields of the form; what could not be read is quoted. */
export function letterProblems(letter: LetterToRegister | null): Partial<Record<keyof RegistrationValues, string>> {
  const fields = letter?.reading.application?.fields ?? []
  return Object.fromEntries(
    fields.flatMap(({ name, raw, value, problem }) =>
      problem === null ? [] : [[name, value === null ? `${problem} В письме: «${raw}»` : problem]],
    ),
  )
}

/** The form as the contract wants it. */
export const toRegistration = (values: RegistrationValues): RegistrationFields => ({
  ...values,
  receivedOn: values.receivedOn ?? '',
})

export const missingOf = (values: RegistrationValues): MissingField[] =>
  missingFields({ ...values, familyName: values.familyName.trim(), phone: values.phone.trim() })
