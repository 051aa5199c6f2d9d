import * as z from 'zod'

/** Where a notice stands; words: renderer/features/notices/standing-words.ts. */
export const NoticeStandingKind = z.enum([
  'waiting',
  'sending',
  /** Put off by the server or the network; tried again by itself. */
  'deferred',
  /** The try was cut off after the letter may have been taken: once sent again by itself, then a person is asked. */
  'unclear',
  /** The server took it; whether it was read nobody knows. */
  'accepted',
  'delivered',
  'refused',
  'bounced',
  /** A later notice of the same application took its place. */
  'withdrawn',
  /** The reception had begun before it could go out. */
  'late',
  'sentByHand',
  'toldByPhone',
])
export type NoticeStandingKind = z.infer<typeof NoticeStandingKind>

export const AttemptOutcome = z.enum(['started', 'accepted', 'deferred', 'refused', 'unclear'])
export type AttemptOutcome = z.infer<typeof AttemptOutcome>

export const NoticeFactKind = z.enum([
  'bounced',
  'delivered',
  'withdrawn',
  'late',
  'resendAsked',
  'sentByHand',
  'toldByPhone',
])
export type NoticeFactKind = z.infer<typeof NoticeFactKind>

/** A line of a try: 'started' before the first byte, then one end; in the order written. */
export interface AttemptLine {
  readonly number: number
  readonly at: string
  readonly outcome: AttemptOutcome
  readonly answer: string
}

export interface FactLine {
  readonly kind: NoticeFactKind
  readonly at: string
  /** How many tries there had been. */
  readonly afterAttempt: number
}

export interface NoticeStanding {
  readonly kind: NoticeStandingKind
  /** Since when; null: since it was formed. */
  readonly since: string | null
  /** Tries in a row that failed, since the last time a person asked to send it again. */
  readonly failures: number
  /** Tries whose end nobody knows. */
  readonly cuts: number
}

/** So many cut tries are made up for without asking. */
const cutsMadeUp = 1

/** Where a notice stands, from its tries and facts in the order they were written. */
export function judgeNotice(attempts: readonly AttemptLine[], facts: readonly FactLine[]): NoticeStanding {
  const asked = facts.findLastIndex(({ kind }) => kind === 'resendAsked')
  const from = facts[asked]?.afterAttempt ?? 0
  const round = attempts.filter(({ number }) => number > from)
  const since = facts.slice(asked + 1)
  const bounced = since.some(({ kind }) => kind === 'bounced')
  // A server on the way may report both; the bad news counts.
  const said = since.findLast(({ kind }) => kind !== 'delivered' || !bounced)
  const last = round.at(-1)
  const counts = {
    failures: round.filter(({ outcome }) => outcome === 'deferred').length,
    cuts: round.filter(({ outcome }) => outcome === 'unclear').length,
  }
  if (said && said.kind !== 'resendAsked') return { kind: said.kind, since: said.at, ...counts }
  if (!last) return { kind: 'waiting', since: null, ...counts }
  return { kind: last.outcome === 'started' ? 'sending' : last.outcome, since: last.at, ...counts }
}

/** Goes out by itself, sooner or later. */
export const isWaiting = ({ kind, cuts }: NoticeStanding): boolean =>
  kind === 'waiting' || kind === 'sending' || kind === 'deferred' || (kind === 'unclear' && cuts <= cutsMadeUp)

/** The citizen does not have it, or nobody knows, and nothing more happens by itself: a person is asked. */
export const needsPerson = (standing: NoticeStanding): boolean =>
  standing.kind === 'refused' ||
  standing.kind === 'bounced' ||
  standing.kind === 'late' ||
  (standing.kind === 'unclear' && standing.cuts > cutsMadeUp)

const minuteMs = 60_000
const longestPauseMs = 60 * minuteMs

/** How long to wait after so many failures in a row, ms: 1, 2, 4 … 60 minutes. */
export const backOffMs = (failures: number): number =>
  failures <= 0 ? 0 : Math.min(longestPauseMs, minuteMs * 2 ** Math.min(failures - 1, 10))

/** The moment of the next try, epoch milliseconds; a cut one is made up for at once. */
export const nextTryMs = ({ kind, since, failures }: NoticeStanding): number =>
  kind === 'deferred' && since !== null ? Date.parse(since) + backOffMs(failures) : 0
