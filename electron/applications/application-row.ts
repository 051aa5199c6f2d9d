import type { Selectable } from 'kysely'
import type * as z from 'zod'
import type { RegistrationFields } from '../../shared/applications/registration-fields.ts'
import type { ApplicationCard, RevealedDocument } from '../../shared/contract/applications.ts'
import { fullPersonName, maskDocument, unnamedApplicant } from '../../shared/text/person-name.ts'
import type { ApplicationTable } from '../database/tables/applications.ts'

export type FieldColumns = Pick<
  ApplicationTable,
  | 'family_name'
  | 'given_name'
  | 'patronymic'
  | 'birth_date'
  | 'document_kind'
  | 'document_series'
  | 'document_number'
  | 'document_issued_by'
  | 'document_issued_on'
  | 'address'
  | 'address_kind'
  | 'consent_personal_data'
  | 'consent_video'
  | 'topic'
  | 'phone'
  | 'email'
  | 'channel'
  | 'received_on'
>

/** Columns of what is known of an application, complete or not. */
export function registeredRow(fields: RegistrationFields): FieldColumns & { form_submitted_at: string | null } {
  const name = nameOf(fields)
  return {
    ...{ family_name: name.familyName, given_name: name.givenName, patronymic: name.patronymic || null },
    birth_date: fields.birthDate,
    document_kind: fields.documentNumber === '' ? null : fields.documentKind || null,
    document_series: fields.documentSeries || null,
    document_number: fields.documentNumber || null,
    document_issued_by: fields.documentIssuedBy || null,
    document_issued_on: fields.documentIssuedOn,
    address: fields.address || null,
    address_kind: fields.addressKind,
    consent_personal_data: fields.consentPersonalData ? 1 : 0,
    consent_video: fields.consentVideo ? 1 : 0,
    topic: fields.topic,
    phone: fields.phone || null,
    email: fields.email || null,
    channel: fields.channel,
    received_on: fields.receivedOn,
    form_submitted_at: fields.formSubmittedAt,
  }
}

/** Nobody is named: said so, where a name would stand. */
export const nameOf = ({ familyName, givenName, patronymic }: Pick<RegistrationFields, NameField>) =>
  familyName === '' && givenName === ''
    ? { familyName: unnamedApplicant, givenName: '', patronymic: '' }
    : { familyName, givenName, patronymic }

type NameField = 'familyName' | 'givenName' | 'patronymic'

/** The fields as the form had them, for what is filled in later. */
export const knownFields = (row: Selectable<ApplicationTable>) => ({
  familyName: row.family_name === unnamedApplicant ? '' : row.family_name,
  givenName: row.given_name,
  patronymic: row.patronymic ?? '',
  birthDate: row.birth_date,
  documentKind: row.document_kind ?? '',
  documentSeries: row.document_series ?? '',
  documentNumber: row.document_number ?? '',
  documentIssuedBy: row.document_issued_by ?? '',
  documentIssuedOn: row.document_issued_on,
  address: row.address ?? '',
  addressKind: row.address_kind,
  consentPersonalData: row.consent_personal_data === 1,
  consentVideo: row.consent_video === 1,
  topic: row.topic,
  phone: row.phone ?? '',
  email: row.email ?? '',
  channel: row.channel,
  receivedOn: row.received_on,
  formSubmittedAt: row.form_submitted_at,
})

/** Full name of a stored application. */
export const fullNameOfRow = (row: Pick<ApplicationTable, 'family_name' | 'given_name' | 'patronymic'>): string =>
  fullPersonName({ familyName: row.family_name, givenName: row.given_name, patronymic: row.patronymic })

/** The card every screen may show: the document masked. */
export function asCard(row: Selectable<ApplicationTable>): ApplicationCard {
  const { document_kind: kind, document_series: series, document_number: number } = row
  return {
    id: row.id,
    journalNumber: row.journal_number,
    fullName: fullNameOfRow(row),
    birthDate: row.birth_date,
    maskedDocument: kind && number ? `${kind} ${maskDocument({ series, number })}` : null,
    address: row.address,
    consentPersonalData: row.consent_personal_data === 1,
    consentVideo: row.consent_video === 1,
    topic: row.topic,
    phone: row.phone,
    email: row.email,
    channel: row.channel,
    receivedOn: row.received_on,
  }
}

/** The document in the clear; only for an act that was written to the event log. */
export function asRevealed(row: Selectable<ApplicationTable>): z.infer<typeof RevealedDocument> {
  const { document_kind: kind, document_number: number } = row
  const identityDocument =
    kind && number
      ? {
          kind,
          number,
          series: row.document_series,
          issuedBy: row.document_issued_by,
          issuedOn: row.document_issued_on,
        }
      : null
  return { fullName: fullNameOfRow(row), birthDate: row.birth_date, identityDocument }
}
