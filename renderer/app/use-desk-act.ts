import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { faultHint } from '../ui/fault-hint.ts'
import { useWorkstation } from './workstation-provider.tsx'

/** Locks the desk or signs out; why it is refused (a reception is open) is said at once. */
export function useDeskAct(act: 'lock' | 'signOut') {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => calls.accounts[act](),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: queries.accounts.session.key() }),
    onError: error => notifications.show({ color: 'amber', message: faultHint(error) }),
  })
}
