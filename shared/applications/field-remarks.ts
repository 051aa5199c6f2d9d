import { nameRemarks } from '../text/name-parts.ts'
import { readTelephone } from '../text/read-telephone.ts'
import type { RegistrationFields } from './registration-fields.ts'

type Remarked = 'familyName' | 'givenName' | 'patronymic' | 'phone'

/** What looks odd in the fields as they are typed, by field: shown beside it, decided by a person. Empty = nothing. */
export function fieldRemarks(fields: Pick<RegistrationFields, Remarked>): Partial<Record<Remarked, string>> {
  const phone = fields.phone.trim() === '' ? null : readTelephone(fields.phone)
  return { ...nameRemarks(fields), ...(phone?.ok === false ? { phone: phone.problem } : {}) }
}
