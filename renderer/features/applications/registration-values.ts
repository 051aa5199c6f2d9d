import {
  type MissingField,
  missingFields,
  type RegistrationFields,
} from '../../../shared/applications/registration-fields.ts'
import type { FieldName, LetterReading, ReadField } from '../../../shared/letters/letter-reading.ts'
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
  if (letter === null) return { ...empty, channel: 'visit' }
  return {
    ...empty,
    channel: 'widget',
    receivedOn: letter.receipt?.on ?? null,
    ...valuesRead(letter.reading.application?.fields ?? []),
  }
}

/** The values that fields of a letter give the form: what was understood, else what stood there; no others. */
export function valuesRead(fields: readonly ReadField[]): Partial<RegistrationValues> {
  const values: Partial<RegistrationValues> = {}
  for (const { name, value, raw } of fields) {
    const text = texts.find(one => one === name)
    if (text !== undefined) values[text] = value ?? raw
    else if (name === 'birthDate' || name === 'documentIssuedOn' || name === 'formSubmittedAt') values[name] = value
    else if (name === 'addressKind') values.addressKind = value === 'stay' ? 'stay' : 'residence'
    else if (name === 'consentPersonalData' || name === 'consentVideo') values[name] = value === 'given'
  }
  return values
}

/** What is wrong in the letter, at the fields of the form; what could not be read is quoted. */
export const letterProblems = (letter: LetterToRegister | null): Partial<Record<keyof RegistrationValues, string>> =>
  problemsRead(letter?.reading.application?.fields ?? [])

/** What is wrong in fields of a letter, by field. */
export function problemsRead(fields: readonly ReadField[]): Partial<Record<keyof RegistrationValues, string>> {
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
