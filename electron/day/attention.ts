import { Temporal } from 'temporal-polyfill'
import type { AttentionItem, AttentionKind } from '../../shared/contract/day.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { AttentionStore, OpenReception } from './attention-store.ts'

/** A reception nobody opened may wait so long for a specialist who is still with the citizen before. */
const lateMs = 60 * 60_000
/** What is older is found in the journal by «без видеозаписи». */
const missingSinceDays = 60

export interface AttentionNow {
  readonly nowMs: number
  readonly timeZone: string
  /** Receptions of full length the disk still holds. */
  readonly roomInReceptions: number
  /** What other services ask for: terms that end, letters that wait, notices that did not arrive. */
  readonly asked: readonly AttentionItem[]
  /** A head asks: what only heads decide is among it. */
  readonly forHead: boolean
}

/** What asks for attention now, late things on top, and the receptions of today that are not over. */
export function judgeAttention(
  store: AttentionStore,
  { nowMs, timeZone, roomInReceptions, asked, forHead }: AttentionNow,
): { items: AttentionItem[]; stillToCome: AttentionItem[] } {
  const today = localDate(nowMs, timeZone)
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString()
  const since = Temporal.PlainDate.from(today).subtract({ days: missingSinceDays }).toString()
  const open = store.openReceptions(tomorrow)
  const judged = open.map(reception => ({ reception, kind: kindOf(reception, today, nowMs) }))
  const stillToCome = judged.filter(({ reception, kind }) => kind === null && reception.appointedOn <= today)

  const items = judged.flatMap(({ reception, kind }) => [
    ...(kind === null ? [] : [ofReception(kind, reception)]),
    ...(reception.step === 'scheduled' && kind === null && !reception.hasLink
      ? [ofReception('noLink', reception)]
      : []),
  ])
  const few = roomInReceptions < stillToCome.length
  return {
    items: [
      ...items,
      ...asked,
      ...store.recordingsNotHere(),
      ...store.recordingsFlawed(),
      ...store.recordingsMissing(since),
      ...store.writtenReplies(),
      ...(forHead ? [...store.headReviews(), ...store.abuseReports()] : []),
      ...(few ? [ofWorkplace('fewRoom')] : []),
      ...(store.lastBackupFailed() ? [ofWorkplace('backupFailed')] : []),
    ].sort((one, other) => rank(one) - rank(other) || (one.day ?? '').localeCompare(other.day ?? '')),
    stillToCome: stillToCome.map(({ reception }) => ofReception('stillToCome', reception)),
  }
}

/** null: as it should be at this hour. */
function kindOf({ step, appointedOn, appointedAt }: OpenReception, today: string, nowMs: number): AttentionKind | null {
  if (step === 'moving') return 'moving'
  if (step === 'closing') return 'unfinished'
  if (step !== 'scheduled') return appointedOn < today ? 'unfinished' : null
  return appointedOn < today || Date.parse(appointedAt) + lateMs < nowMs ? 'notHeld' : null
}

const ofReception = (kind: AttentionKind, reception: OpenReception): AttentionItem => ({
  kind,
  subjectId: reception.id,
  receptionId: reception.id,
  recordingId: null,
  applicationId: null,
  day: reception.appointedOn,
  journalNumber: reception.journalNumber,
  shortName: reception.shortName,
  term: null,
  holdsDay: kind !== 'noLink',
})

const ofWorkplace = (kind: AttentionKind): AttentionItem => ({
  ...{ kind, subjectId: null, receptionId: null, recordingId: null, applicationId: null, day: null },
  ...{ journalNumber: null, shortName: null, term: null, holdsDay: false },
})

/**
 * The next citizen's room on the disk goes before everything; then what holds the day and terms that are over; then
 * terms that end today; then the rest.
 */
function rank({ kind, holdsDay }: AttentionItem): number {
  if (kind === 'fewRoom') return 0
  if (holdsDay || lateKinds.has(kind)) return 1
  return kind === 'termToday' || kind === 'requestToday' || kind === 'replyToJudge' ? 2 : 3
}

const lateKinds: ReadonlySet<AttentionKind> = new Set([
  'termOverdue',
  'calendarMissing',
  'requestOverdue',
  'linkDead',
  'notDelivered',
])
