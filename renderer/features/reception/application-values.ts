/** The fields of п. 2.2 as typed; texts are empty where nothing was entered. */
export interface ApplicationValues {
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
}

/** An empty form; `today` is the local date of the body. */
export const emptyApplication = (today: string): ApplicationValues => ({
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
})
