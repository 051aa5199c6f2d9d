import type { Selectable } from 'kysely'
import type { Account } from '../../shared/contract/accounts.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { AccountTable } from '../database/schema.ts'

/** The person of a row, without anything of the password. */
export const asAccount = (row: Pick<Selectable<AccountTable>, 'id' | 'full_name' | 'position' | 'role'>): Account => ({
  id: row.id,
  fullName: row.full_name,
  shortName: shortName(row.full_name),
  position: row.position,
  role: row.role,
})
