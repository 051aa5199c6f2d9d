import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { FaultError } from '../../../shared/contract/fault-error.ts'
import type { ReceptionDetail } from '../../../shared/contract/receptions.ts'
import type { ManualSource, ReceptionAction } from '../../../shared/reception/event.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { isDoneAlready } from './done-already.ts'
import type { EnteredFact } from './session-context.tsx'
import { useOneAtATime } from './use-one-at-a-time.ts'

interface Act {
  readonly action: ReceptionAction
  readonly occurredAt: string | null
  readonly source: ManualSource
}

/**
 * One step of the reception. Every act names the sequence the screen saw, so that a double press or an outdated page
 * writes nothing; after a refusal or a cut the reception is read again. A press while another is on its way is no press,
 * and of one that turns out to be written already nothing is said.
 */
export function useAct(detail: ReceptionDetail) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const receptionId = detail.card.id
  const queryKey = queries.receptions.detail.queryKey({ input: { receptionId } })
  const expectedSequence = detail.card.state.nextSequence
  const [failure, setFailure] = useState<unknown>(null)
  const oneAtATime = useOneAtATime()
  // The answer is drawn later than it is there: a press in between must not name the sequence of the screen before.
  const written = useRef(-1)
  const write = useMutation({
    mutationFn: ({ action, occurredAt, source }: Act) =>
      calls.receptions.act({ receptionId, expectedSequence, action, occurredAt, source }),
    onSuccess: answer => {
      queryClient.setQueryData(queryKey, answer)
      void queryClient.invalidateQueries({ queryKey: queries.receptions.day.key() })
      void queryClient.invalidateQueries({ queryKey: queries.receptions.open.key() })
    },
  })

  async function tryAct(action: ReceptionAction, entered: EnteredFact | undefined): Promise<boolean> {
    try {
      const { occurredAt = null, source = 'hand' } = entered ?? {}
      await write.mutateAsync({ action, occurredAt, source })
      setFailure(null)
      return true
    } catch (error) {
      const isStale = error instanceof FaultError && error.fault.code === 'stale'
      if (isStale || !(error instanceof FaultError)) await queryClient.invalidateQueries({ queryKey })
      const done = isStale && isDoneAlready(queryClient.getQueryData(queryKey), expectedSequence, action)
      setFailure(done ? null : error)
      return done
    }
  }

  return {
    act: async (action: ReceptionAction, entered?: EnteredFact): Promise<boolean> => {
      if (written.current === expectedSequence) return false
      const isWritten = (await oneAtATime(() => tryAct(action, entered))) ?? false
      if (isWritten) written.current = expectedSequence
      return isWritten
    },
    acting: write.isPending,
    failure,
  }
}
