import { minuteMs, type ReceptionLimits } from '../regulation/limits.ts'
import { toMs } from './change.ts'
import { outageMs } from './outage.ts'
import type { ReceptionState } from './state.ts'

/** The talk (п. 3.10): it stands once the talk has ended. */
export interface TalkClock {
  readonly startedAtMs: number
  readonly limitMs: number
  readonly elapsedMs: number
  readonly remainingMs: number
  readonly overtimeMs: number
  readonly extensionOffered: boolean
  /** How much of the talk our own outage took. */
  readonly ourOutageMs: number
  /** Full minutes of that outage not given back yet, to be offered as extra minutes; 0 = nothing to offer. */
  readonly outageMinutesToGive: number
}

/** The clock of the talk; null before the legal start. */
export function talkClock({ facts }: ReceptionState, nowMs: number, limits: ReceptionLimits): TalkClock | null {
  if (facts.connectedAt === null) return null
  const startedAtMs = toMs(facts.connectedAt)
  const endMs = facts.endedAt === null ? nowMs : toMs(facts.endedAt)
  const extensionMs = facts.extensions.reduce((sum, { minutes }) => sum + minutes * minuteMs, 0)
  const limitMs = limits.talkMs + extensionMs
  // A clock set back must not run below zero.
  const elapsedMs = Math.max(0, endMs - startedAtMs)
  const remainingMs = Math.max(0, limitMs - elapsedMs)
  const ourOutageMs = outageMs(facts, startedAtMs, endMs, nowMs)
  const givenMinutes = facts.extensions.reduce((sum, { minutes, forOutage }) => sum + (forOutage ? minutes : 0), 0)
  // While a fault of ours still lasts nobody knows how many minutes it takes.
  const outageIsOver = facts.faults.at(-1)?.to !== null
  return {
    startedAtMs,
    limitMs,
    elapsedMs,
    remainingMs,
    overtimeMs: Math.max(0, elapsedMs - limitMs),
    extensionOffered: facts.endedAt === null && remainingMs <= limits.extensionOfferMs,
    ourOutageMs,
    outageMinutesToGive: outageIsOver ? minutesToGive(ourOutageMs, givenMinutes) : 0,
  }
}

/** The most one extension may hold; see `extended`. */
const mostMinutes = 60

const minutesToGive = (ourOutageMs: number, givenMinutes: number): number =>
  Math.min(mostMinutes, Math.max(0, Math.round(ourOutageMs / minuteMs) - givenMinutes))
