import type { FieldColumns } from '../applications/application-row.ts'

/** Fields of clause 2.2 of an application that has them all. */
export interface ApplicationFields {
  readonly familyName: string
  readonly givenName: string
  readonly patronymic: string | null
  readonly birthDate: string
  readonly identityDocument: {
    readonly kind: string
    readonly series: string | null
    readonly number: string
    readonly issuedBy: string | null
    readonly issuedOn: string | null
  } | null
  readonly address: string
  readonly addressKind: 'residence' | 'stay'
  readonly consentPersonalData: boolean
  readonly consentVideo: boolean
  readonly topic: string
  readonly phone: string
  readonly email: string | null
  readonly channel: 'widget' | 'phone' | 'visit'
  readonly receivedOn: string
}

/** Columns of the fields of п. 2.2; empty texts of optional fields become null. */
export function applicationRow(fields: ApplicationFields): FieldColumns {
  const { identityDocument: paper } = fields
  return {
    family_name: fields.familyName,
    given_name: fields.givenName,
    patronymic: fields.patronymic || null,
    birth_date: fields.birthDate,
    document_kind: paper?.kind ?? null,
    document_series: paper?.series || null,
    document_number: paper?.number ?? null,
    document_issued_by: paper?.issuedBy || null,
    document_issued_on: paper?.issuedOn ?? null,
    address: fields.address,
    address_kind: fields.addressKind,
    consent_personal_data: fields.consentPersonalData ? 1 : 0,
    consent_video: fields.consentVideo ? 1 : 0,
    topic: fields.topic,
    phone: fields.phone,
    email: fields.email || null,
    channel: fields.channel,
    received_on: fields.receivedOn,
  }
}
