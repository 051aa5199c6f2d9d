import type { CheckCode, CheckResult } from './codes.ts'

/** What a person decided about one line of a check; kept for ever, with author and time. */
export type DecisionKind = 'toneHeard' | 'toneNotHeard' | 'falseAlarm' | 'withoutCamera'

export interface Decision {
  readonly code: CheckCode
  readonly kind: DecisionKind
}

/** A fault of these makes the record impossible; everything else warns (recording.md §F 34). */
const blockingCodes: ReadonlySet<CheckCode> = new Set([
  'microphonePresent',
  'microphoneLevel',
  'speakerTone',
  'diskRoom',
  'ffmpeg',
  'rehearsalFile',
])
/** A head or a technician may call these a false alarm; the recorder has no override (п. 3.6 knows none). */
const overridable: ReadonlySet<CheckCode> = new Set(['microphonePresent', 'microphoneLevel', 'cameraPresent'])

export const mayBeFalseAlarm = (code: CheckCode): boolean => overridable.has(code)
/** Without a camera a reception is a decision with a reason, not a block. */
export const asksDecision = ({ code, state }: Pick<CheckResult, 'code' | 'state'>): boolean =>
  code === 'cameraPresent' && state === 'fault'

/** The lines that keep a room from being opened, after what people decided. */
export function blockingResults(
  results: readonly CheckResult[],
  decisions: readonly Decision[] = [],
): readonly CheckResult[] {
  return afterDecisions(results, decisions).filter(({ code, state }) => state === 'fault' && blockingCodes.has(code))
}

/** The lines as they stand after the decisions: the latest word about a line counts. */
export function afterDecisions(
  results: readonly CheckResult[],
  decisions: readonly Decision[],
): readonly CheckResult[] {
  return results.map(result => {
    const decision = decisions.findLast(({ code }) => code === result.code)
    switch (decision?.kind) {
      case 'toneHeard':
        return { ...result, state: 'good', cause: null }
      case 'toneNotHeard':
        return { ...result, state: 'fault', cause: 'notHeard' }
      case 'falseAlarm':
      case 'withoutCamera':
        return { ...result, state: result.state === 'fault' ? 'warning' : result.state }
      default:
        return result
    }
  })
}
