import { useQuery } from '@tanstack/react-query'
import type { ActPermission, LegalAct } from '../../../shared/applications/legal-acts.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** An act before the workstation has said whether it is permitted: it is not. */
const unknown = (act: LegalAct): ActPermission => ({ act, permitted: false, clause: '', reason: null })

/** The permission of an act among those the workstation gave. */
export const permissionOf = (acts: readonly ActPermission[] | undefined, act: LegalAct): ActPermission =>
  acts?.find(one => one.act === act) ?? unknown(act)

/** What the workstation permits for a reception now, with its reasons. */
export function useActs(receptionId: string): (act: LegalAct) => ActPermission {
  const { queries } = useWorkstation()
  const terms = useQuery(queries.applications.terms.queryOptions({ input: { receptionId } }))
  return act => permissionOf(terms.data?.acts, act)
}
