import type { RegistrationFields } from '../../../shared/applications/registration-fields.ts'
import { NewApplication } from '../../../shared/contract/applications.ts'

/** The form as typed; texts are empty where nothing was entered. */
export interface NewApplicationValues {
  familyName: string
  givenName: string
  patronymic: string
  birthDate: string | null
  documentKind: string
  documentSeries: string
  documentNumber: string
  documentIssuedBy: string
  documentIssuedOn: string | null
  address: string
  addressKind: 'residence' | 'stay'
  consentPersonalData: boolean
  consentVideo: boolean
  topic: string
  phone: string
  email: string
  channel: 'widget' | 'phone' | 'visit'
  receivedOn: string | null
  appointedDate: string | null
  appointedTime: string
  link: string
}

/** An empty form; `today` is the local date of the body. */
export const emptyApplication = (today: string): NewApplicationValues => ({
  familyName: '',
  givenName: '',
  patronymic: '',
  birthDate: null,
  documentKind: 'Паспорт гражданина РФ',
  documentSeries: '',
  documentNumber: '',
  documentIssuedBy: '',
  documentIssuedOn: null,
  address: '',
  addressKind: 'residence',
  consentPersonalData: false,
  consentVideo: false,
  topic: '',
  phone: '',
  email: '',
  channel: 'phone',
  receivedOn: today,
  appointedDate: today,
  appointedTime: '',
  link: '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The form as the contract wants it; not yet checked. The document is left out where no number was entered. */
export function toNewApplication(values: NewApplicationValues): NewApplication {
  const documentEntered = [values.documentSeries, values.documentNumber, values.documentIssuedBy].some(orNull)
  return {
    fields: {
      familyName: values.familyName,
      givenName: values.givenName,
      patronymic: orNull(values.patronymic),
      birthDate: values.birthDate ?? '',
      identityDocument:
        documentEntered || values.documentIssuedOn
          ? {
              kind: values.documentKind,
              series: orNull(values.documentSeries),
              number: values.documentNumber,
              issuedBy: orNull(values.documentIssuedBy),
              issuedOn: values.documentIssuedOn,
            }
          : null,
      address: values.address,
      addressKind: values.addressKind,
      consentPersonalData: values.consentPersonalData,
      consentVideo: values.consentVideo,
      topic: values.topic,
      phone: values.phone,
      email: orNull(values.email),
      channel: values.channel,
      receivedOn: values.receivedOn ?? '',
    },
    appointedLocal: `${values.appointedDate ?? ''}T${values.appointedTime}`,
    link: values.link,
  }
}

/** The same without the reception, for `applications.register`. */
export function toRegistrationFields(values: NewApplicationValues): RegistrationFields {
  const { appointedDate: _date, appointedTime: _time, link: _link, receivedOn, ...fields } = values
  return { ...fields, receivedOn: receivedOn ?? '', formSubmittedAt: null }
}

const fieldOfPath: Record<string, keyof NewApplicationValues> = {
  'fields.identityDocument': 'documentNumber',
  'fields.identityDocument.kind': 'documentKind',
  'fields.identityDocument.series': 'documentSeries',
  'fields.identityDocument.number': 'documentNumber',
  'fields.identityDocument.issuedBy': 'documentIssuedBy',
  'fields.identityDocument.issuedOn': 'documentIssuedOn',
}

/** Which field of the form a contract path belongs to. */
export function formField(path: string, values: NewApplicationValues): keyof NewApplicationValues {
  if (path === 'appointedLocal') return values.appointedDate ? 'appointedTime' : 'appointedDate'
  const known = fieldOfPath[path]
  if (known) return known
  const last = path.split('.').at(-1) ?? path
  return last in values ? (last as keyof NewApplicationValues) : 'link'
}

export type FieldErrors = Partial<Record<keyof NewApplicationValues, string>>

/** Messages at the fields: the contract's own schema, plus what only the form can know. */
export function applicationErrors(values: NewApplicationValues): FieldErrors {
  const errors: FieldErrors = {}
  const checked = NewApplication.safeParse(toNewApplication(values))
  for (const issue of checked.error?.issues ?? []) {
    const field = formField(issue.path.join('.'), values)
    errors[field] ??= issue.message
  }
  if (!values.appointedDate) errors.appointedDate = 'Укажите дату приёма'
  if (values.appointedTime === '') errors.appointedTime = 'Укажите время приёма'
  if (!values.birthDate) errors.birthDate = 'Дата рождения: ДД.ММ.ГГГГ'
  if (!values.receivedOn) errors.receivedOn = 'Дата поступления: ДД.ММ.ГГГГ'
  return errors
}

/** The refusal's fields at the fields of the form. */
export function refusalErrors(fields: Record<string, string>, values: NewApplicationValues): FieldErrors {
  return Object.fromEntries(Object.entries(fields).map(([path, message]) => [formField(path, values), message]))
}
