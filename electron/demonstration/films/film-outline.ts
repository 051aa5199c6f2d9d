import type { ReceptionEvent } from '../../../shared/reception/event.ts'
import { next } from '../../../shared/reception/next.ts'
import type { ReceptionState } from '../../../shared/reception/state.ts'
import type { SessionLogLine } from '../../../shared/recording/part-log.ts'
import type { GapCause } from '../../../shared/recording/slip.ts'
import type { ReceptionLimits } from '../../../shared/regulation/limits.ts'
import { coveredIntervals } from '../../reception/covered-intervals.ts'
import { recordingEffect } from '../../reception/recording-effects.ts'

/** A stretch in which the recorder ran; `brokenBy`: it was not told to stop. */
export interface OutlinedPart {
  readonly fromMs: number
  readonly toMs: number
  readonly brokenBy: GapCause | null
}

/** What the recorder would have been told of a reception: when it ran, and the lines of its log. Clock times. */
export interface FilmOutline {
  readonly parts: readonly OutlinedPart[]
  readonly lines: readonly Extract<SessionLogLine, { kind: 'marker' | 'document' }>[]
}

/** Derives it from the reception's own history, by the rules the desk itself follows. Throws where it was never recorded. */
export function outlineOf(
  initial: ReceptionState,
  events: readonly ReceptionEvent[],
  limits: ReceptionLimits,
): FilmOutline {
  const parts: OutlinedPart[] = []
  const lines: FilmOutline['lines'][number][] = []
  let before = initial
  let fromMs: number | null = null

  function end(toMs: number, brokenBy: GapCause | null): void {
    if (fromMs !== null) parts.push({ fromMs, toMs, brokenBy })
    fromMs = null
  }

  for (const event of events) {
    const { action } = event
    const reached = next(before, event, limits)
    if (!reached.ok) throw new Error(`a stored history is refused: ${reached.refusal}`)
    const after = reached.state
    const atMs = Date.parse(event.occurredAt)
    const effect = recordingEffect(before, action, after)
    if (action.kind === 'workInterrupted') end(Date.parse(action.from), 'recorderLost')
    if (effect.before !== null) fromMs ??= atMs
    if (effect.marker !== null) lines.push({ kind: 'marker', code: effect.marker, atMs })
    lines.push(...coveredIntervals(before, after).map(interval => ({ kind: 'document', ...interval }) as const))
    if (effect.finish) end(atMs, null)
    before = after
  }
  if (parts.length === 0) throw new Error('a reception that was never recorded has no film')
  return { parts, lines }
}
