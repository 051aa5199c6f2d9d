import type { ReceptionLimits } from '../regulation/limits.ts'
import { toMs } from './change.ts'
import type { InterruptionGround, ReceptionEvent } from './event.ts'
import { fairNoShowAtMs } from './fair-wait.ts'
import { groundsAt, isLampGround, noShowAtMs } from './grounds.ts'
import { undoOf } from './history.ts'
import { isOver, type ReceptionState } from './state.ts'
import { type TalkClock, talkClock } from './talk-clock.ts'

/** The wait for the citizen (п. 3.12 абз. 2). Moments are ms since the epoch. */
export interface WaitingClock {
  readonly noShowAtMs: number
  /** Until the legal moment; 0 from then on. */
  readonly remainingMs: number
  /** The legal moment later by our own outage (room opened late, faults, interrupted work): shown, never enforced. */
  readonly fairNoShowAtMs: number
  /** The grounds of dark lamps on which the specialist may interrupt now. */
  readonly mayInterrupt: readonly InterruptionGround[]
  /** The phone number is to be offered: the citizen is not there and the call is due. */
  readonly callOffered: boolean
}

export interface ReceptionClocks {
  readonly waiting: WaitingClock | null
  readonly talk: TalkClock | null
  /** The tick that can be taken back; null when `events` were not given. */
  readonly undo: { readonly sequence: number; readonly untilMs: number } | null
}

/** Every clock of a reception at a moment, from stored moments alone: nothing has to survive a restart. */
export function clocksOf(
  state: ReceptionState,
  nowMs: number,
  limits: ReceptionLimits,
  events: readonly ReceptionEvent[] = [],
): ReceptionClocks {
  return {
    waiting: waitingClock(state, nowMs, limits),
    talk: talkClock(state, nowMs, limits),
    undo: isOver(state.step) ? null : undoOf(events, nowMs, limits),
  }
}

function waitingClock(state: ReceptionState, nowMs: number, limits: ReceptionLimits): WaitingClock | null {
  const { step, facts } = state
  if (step.name !== 'waiting' && step.name !== 'notifying' && step.name !== 'identifying') return null
  const legalMs = noShowAtMs(state, limits)
  const appointedMs = toMs(facts.appointedAt)
  return {
    noShowAtMs: legalMs,
    remainingMs: Math.max(0, legalMs - nowMs),
    fairNoShowAtMs: fairNoShowAtMs(state, nowMs, limits),
    mayInterrupt: groundsAt(state, nowMs, limits).filter(isLampGround),
    callOffered: step.name === 'waiting' && facts.lamps.connected === null && nowMs >= appointedMs + limits.callOfferMs,
  }
}
