import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatTime, localDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { useSession } from './session-context.tsx'
import { useOneAtATime } from './use-one-at-a-time.ts'

/**
 * п. 3.5 in one act: the call with the time the citizen agreed to, then the reception of that time. A time that turns out
 * to be taken leaves the call noted; another one is agreed and tried.
 */
export function useAgreedMove() {
  const { detail, act } = useSession()
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const timeZone = useTimeZone()
  const oneAtATime = useOneAtATime()
  const receptionId = detail.card.id
  const queryKey = queries.receptions.detail.queryKey({ input: { receptionId } })
  const last = detail.card.state.facts.calls.at(-1)

  const move = useMutation({
    mutationFn: (agreedTime: string) =>
      calls.receptions.move({
        ...{ receptionId, reason: 'fault', basis: null, specialistId: null, newLink: null },
        // Of what the workstation answered to the call just noted, which is not drawn yet.
        expectedSequence: (queryClient.getQueryData(queryKey) ?? detail).card.state.nextSequence,
        appointedLocal: `${localDate(agreedTime, timeZone)}T${formatTime(agreedTime, timeZone)}`,
      }),
    onSettled: () => {
      for (const key of [queryKey, queries.receptions.day.key(), queries.receptions.open.key()]) {
        void queryClient.invalidateQueries({ queryKey: key })
      }
    },
  })

  async function agree(agreedTime: string): Promise<void> {
    const noted = last?.agreedTime ?? null
    const isNoted = noted !== null && Date.parse(noted) === Date.parse(agreedTime)
    if (!isNoted && !(await act({ kind: 'phoneCalled', result: 'agreed', agreedTime }))) return
    await move.mutateAsync(agreedTime).catch(() => undefined)
  }
  return {
    move: (agreedTime: string) => oneAtATime(() => agree(agreedTime)),
    isMoving: move.isPending,
    failure: move.error,
  }
}
