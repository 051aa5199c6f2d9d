import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useConnection, useWorkstation } from '../../app/workstation-provider.tsx'
import { lazyScreen } from '../../ui/lazy-part.tsx'

const RecoveryScreen = lazyScreen(() => import('./recovery-screen.tsx').then(part => part.RecoveryScreen))

/**
 * Stands before everything else: a workstation whose database cannot be used answers nothing but recovery. Asked again
 * after every cut, because a restart may have ended the trouble or begun it.
 */
export function RecoveryGate({ children }: { children: ReactNode }) {
  const { queries } = useWorkstation()
  const queryClient = useQueryClient()
  const connection = useConnection()
  const state = useQuery(queries.recovery.state.queryOptions())
  const { refetch } = state
  useEffect(() => {
    if (connection !== 'open') return
    void refetch()
    // Who works here may have been forgotten by the restart, and who is not signed in hears no announcements.
    void queryClient.invalidateQueries({ queryKey: queries.accounts.session.key() })
    void queryClient.invalidateQueries({ queryKey: queries.accounts.entry.key() })
  }, [connection, refetch, queryClient, queries])
  // Until it is known the gate behind says that the page is connecting.
  return state.data ? <RecoveryScreen state={state.data} /> : children
}
