import type { ReceptionAction } from '../../shared/reception/event.ts'
import type { GapCause } from '../../shared/recording/slip.ts'

type InterruptionCause = Extract<ReceptionAction, { kind: 'workInterrupted' }>['cause']

/** What a gap in the recording is called in the history of the reception. */
export function workInterruptedBy(cause: GapCause): InterruptionCause {
  switch (cause) {
    case 'workstationDied':
    case 'powerLost':
      return 'restart'
    case 'sleep':
      return 'sleep'
    case 'recorderLost':
    case 'encoderFailed':
    case 'diskFull':
    case 'diskForbidden':
    case 'diskReadOnly':
    case 'diskGone':
    case 'fileReplaced':
    case 'diskFailed':
    case 'stoppedByHand':
      return 'recorderLost'
    default:
      return cause satisfies never
  }
}
