import { useMutation } from '@tanstack/react-query'
import { useRecorder, useWorkstation } from '../../app/workstation-provider.tsx'
import { useOneAtATime } from './use-one-at-a-time.ts'

/** «Это он?»: whether the room that is captured was recognised, and the answers. A browser does not tell which one it is. */
export function useRoomQuestion() {
  const { calls } = useWorkstation()
  const recorder = useRecorder()
  const choiceId = recorder?.picture === 'live' ? recorder.unrecognisedChoiceId : null
  const oneAtATime = useOneAtATime()
  const answer = useMutation({
    mutationFn: (given: { choiceId: string; isRight: boolean }) => calls.workplace.answerRoom(given),
  })
  /** Resolves to false where the answer was not taken; `failure` says why. */
  async function say(isRight: boolean): Promise<boolean> {
    if (choiceId === null) return false
    const given = async () => {
      try {
        await answer.mutateAsync({ choiceId, isRight })
        return true
      } catch {
        return false
      }
    }
    return (await oneAtATime(given)) ?? false
  }
  return { isAsked: choiceId !== null, say, pending: answer.isPending, failure: answer.error }
}
