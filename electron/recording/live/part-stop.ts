import { isBeginning } from './lifecycle/lifecycle.ts'
import type { RecorderTools } from './recorder-tools.ts'

/**
 * Ends what is being recorded in order, once what is just beginning stands. Null where the recording is not in hand;
 * rejects where the workstation closes meanwhile.
 */
export async function stopRecording(
  { life }: Pick<RecorderTools, 'life'>,
  recordingId: string,
): Promise<{ directory: string } | null> {
  const { step } = await life.until(state => !isBeginning(state))
  if (!('recording' in step) || step.recording.session.recordingId !== recordingId) return null
  const { recording } = step
  // Refused where it is being stopped already: then both wait for the same end.
  const asked = life.apply({ kind: 'stopAsked' })
  const end =
    asked.ok || asked.refusal !== 'closing' ? await life.until(state => isOver(state.step) || isLeft(state)) : null
  if (!end || !isOver(end.step)) {
    throw new Error('The workstation is closing; the recording is taken up at its next start')
  }
  return { directory: recording.directory }

  function isOver(now: typeof step): boolean {
    return !('recording' in now) || now.recording !== recording
  }
}

/** A part whose last chunks the next run takes in. */
const isLeft = ({ isClosing, step }: ReturnType<RecorderTools['life']['state']>): boolean =>
  isClosing && step.name === 'stopping'
