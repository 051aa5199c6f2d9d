import type { EventKind } from '../../shared/event-log/event-kind.ts'
import type { Viewing } from '../../shared/recording/viewing.ts'
import { ViewingReason } from '../../shared/recording/viewing.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { ReadDb } from '../database/handles.ts'

/** What the event log says of one recording. */
export interface RecordingEvents {
  /** Who looked at it, newest first. */
  viewings(recordingId: string): readonly Viewing[]
  /** Tries to seal it, oldest first. */
  seals(recordingId: string): readonly { at: string; result: 'sealed' | 'failed' }[]
}

const actOf = {
  recordingViewed: 'viewed',
  documentUncovered: 'uncovered',
  recordingVerified: 'verified',
} as const satisfies Partial<Record<EventKind, Viewing['act']>>
type ViewingKind = keyof typeof actOf

const mostViewings = 200

export function makeRecordingEvents({ read }: { read: ReadDb }): RecordingEvents {
  const kinds = Object.keys(actOf).map(kind => `'${kind}'`)
  const looked = read.prepareRead<{ at: string; kind: ViewingKind; result: string; full_name: string | null }>(`
    select e.at, e.kind, e.result, a.full_name from event_log as e left join account as a on a.id = e.account_id
    where json_extract(e.objects, '$.recordingId') = ? and e.kind in (${kinds.join(', ')})
    order by e.at desc, e.sequence desc limit ${mostViewings}`)
  const sealed = read.prepareRead<{ at: string; kind: 'recordingSealed' | 'recordingSealFailed' }>(`
    select at, kind from event_log
    where json_extract(objects, '$.recordingId') = ? and kind in ('recordingSealed', 'recordingSealFailed')
    order by at, sequence`)
  return {
    viewings: recordingId =>
      looked.all(recordingId).map(({ at, kind, result, full_name: fullName }) => ({
        at,
        name: fullName === null ? 'Программа' : shortName(fullName),
        act: actOf[kind],
        // «Целостность» of a verification is no reason.
        reason: kind === 'recordingVerified' ? null : (ViewingReason.safeParse(result).data ?? null),
      })),
    seals: recordingId =>
      sealed.all(recordingId).map(({ at, kind }) => ({
        at,
        result: kind === 'recordingSealed' ? ('sealed' as const) : ('failed' as const),
      })),
  }
}
