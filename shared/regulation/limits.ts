import type { Regulation } from './regulation.ts'

/** The limits a reception is judged by, in milliseconds, with the body's time zone (IANA name). */
export interface ReceptionLimits {
  readonly timeZone: string
  /** From the appointed time until the reception may be interrupted for a dark lamp. */
  readonly noShowMs: number
  /** Length of the talk before any extension. */
  readonly talkMs: number
  /** One press of the extension button. */
  readonly extensionStepMs: number
  /** The extension is offered from this much time left. */
  readonly extensionOfferMs: number
  /** From the appointed time until a phone call is offered. */
  readonly callOfferMs: number
  /** From a call in which the citizen said that he connects until the reception may be interrupted without a reason. */
  readonly promisedConnectionMs: number
  /** Unanswered calls after a fault before the result may be written. */
  readonly callTries: number
  /** How long the last tick can be taken back. */
  readonly undoMs: number
}

const secondMs = 1000
export const minuteMs = 60 * secondMs

/** The limits of a regulation for a body in this time zone. */
export function receptionLimits(regulation: Pick<Regulation, 'limits'>, timeZone: string): ReceptionLimits {
  const { noShow, talk, extensionStep, extensionOffer, callOffer, promisedConnection, callTries, undo } =
    regulation.limits
  return {
    timeZone,
    noShowMs: noShow.amount * minuteMs,
    talkMs: talk.amount * minuteMs,
    extensionStepMs: extensionStep.amount * minuteMs,
    extensionOfferMs: extensionOffer.amount * minuteMs,
    callOfferMs: callOffer.amount * minuteMs,
    promisedConnectionMs: promisedConnection.amount * minuteMs,
    callTries: callTries.amount,
    undoMs: undo.amount * secondMs,
  }
}

/** How many years a recording is kept from the date of the reception. */
export const retentionYears = (regulation: Pick<Regulation, 'limits'>): number =>
  regulation.limits.recordingRetention.amount
