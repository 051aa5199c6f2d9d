import { useQuery } from '@tanstack/react-query'
import type { Lockable } from '../../shared/contract/settings.ts'
import { useWorkstation } from './workstation-provider.tsx'

/** Beside a field that cannot be changed here. */
export const lockedWords = 'Задано политикой организации'

/** Which settings the policy of the organisation has decided: their fields are shown and cannot be changed. */
export function useIsLocked(): (name: Lockable) => boolean {
  const { queries } = useWorkstation()
  // Read at the start of the program; it does not change while it runs.
  const locked = useQuery(queries.settings.locked.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  return name => locked.data?.includes(name) ?? false
}
