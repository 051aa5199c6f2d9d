import type { StaffMember } from '../contract/accounts.ts'

/** The administrator nobody can stand in for; null where there are several. */
export function onlyAdministrator<Member extends Pick<StaffMember, 'role' | 'disabledAt'>>(
  staff: readonly Member[],
): Member | null {
  const [first, ...others] = staff.filter(({ role, disabledAt }) => role === 'administrator' && disabledAt === null)
  return first !== undefined && others.length === 0 ? first : null
}
