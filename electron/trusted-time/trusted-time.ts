import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Session } from '../../shared/contract/accounts.ts'
import type { AttentionItem, ClockDoubt } from '../../shared/contract/day.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { parsedOnce } from '../parsed-once.ts'
import { type JudgedTime, judgeTime, type TimeLimits } from './judge-time.ts'

export interface TrustedTimeDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly limits: TimeLimits
  readonly isSetUp: () => boolean
  readonly onChanged: () => void
}

/** The time for what cannot be undone: erasure, rotation of copies, destruction. */
export interface TrustedTime {
  /** Epoch milliseconds; null: the clock is doubted, nothing irreversible may be done. */
  now(): number | null
  /** Why the clock is doubted; null while it is believed, or nobody works here yet. */
  doubt(): ClockDoubt | null
  /** «Сделать сегодня» of a head: the clock is doubted. */
  attention(who: Session): AttentionItem[]
  /** A person vouches for the clock as it stands now. */
  confirm(who: Session, reason: string): Reply<null>
}

/** How far the moment on the disk may lag behind the one in memory. */
const savedEveryMs = 10 * 60_000

export function makeTrustedTime(deps: TrustedTimeDeps): TrustedTime {
  const { write, clock } = deps
  let believedMs: number | null = null
  let savedMs: number | null = null
  let said: JudgedTime['kind'] = 'believed'
  const iso = (ms: number) => new Date(ms).toISOString()

  // Before this run writes its first line: of a workplace that kept no believed moment yet, its newest line is one.
  if (deps.isSetUp()) believedMs = stored() ?? newestLineMs()

  function stored(): number | null {
    const { workplaceId } = deps.place()
    const row = write.first(
      write.select.selectFrom('trusted_time').select('believed_at').where('workplace_id', '=', workplaceId),
    )
    return row ? Date.parse(row.believed_at) : null
  }

  function newestLineMs(): number | null {
    const { workplaceId } = deps.place()
    const confirmed = write.first(
      write.select
        .selectFrom('time_confirmation')
        .select('after_sequence')
        .where('workplace_id', '=', workplaceId)
        .orderBy('after_sequence', 'desc')
        .limit(1),
    )
    const line = write.first(
      write.select
        .selectFrom('event_log')
        .select('at')
        .where('workplace_id', '=', workplaceId)
        .where('sequence', '>=', confirmed?.after_sequence ?? 0)
        .orderBy('sequence', 'desc')
        .limit(1),
    )
    return line ? Date.parse(line.at) : null
  }

  function believe(atMs: number, save: boolean): void {
    believedMs = atMs
    if (!save && savedMs !== null && Math.abs(atMs - savedMs) < savedEveryMs) return
    const row = { workplace_id: deps.place().workplaceId, believed_at: iso(atMs) }
    write.run(
      write.build
        .insertInto('trusted_time')
        .values(row)
        .onConflict(conflict => conflict.column('workplace_id').doUpdateSet({ believed_at: row.believed_at })),
    )
    savedMs = atMs
  }

  function judge(): JudgedTime {
    const judged = judgeTime({ nowMs: clock.nowMs(), believedMs, newestLineMs: newestLineMs() }, deps.limits)
    if (judged.kind === 'believed') believe(judged.atMs, false)
    if (judged.kind !== said) {
      said = judged.kind
      deps.onChanged()
    }
    return judged
  }

  return {
    now() {
      if (!deps.isSetUp()) return null
      const judged = judge()
      return judged.kind === 'believed' ? judged.atMs : null
    },
    doubt() {
      if (!deps.isSetUp()) return null
      const nowMs = clock.nowMs()
      const judged = judge()
      if (judged.kind === 'believed') return null
      const lastWorkMs = judged.kind === 'ahead' ? nowMs - judged.byMs : nowMs + judged.byMs
      return { kind: judged.kind, now: iso(nowMs), lastWorkAt: iso(lastWorkMs) }
    },
    attention: ({ account }) =>
      account.role !== 'head' || judge().kind === 'believed'
        ? []
        : [
            {
              ...{ kind: 'clockDoubted', subjectId: null, receptionId: null, recordingId: null, applicationId: null },
              ...{ day: null, journalNumber: null, shortName: null, term: null, holdsDay: false },
            },
          ],
    confirm(who, reason) {
      if (judge().kind === 'believed') return refused('stale', 'Время уже подтверждено. Ничего не изменено.')
      const nowMs = clock.nowMs()
      write.transaction(() => {
        const { bodyId, workplaceId } = deps.place()
        deps.eventLog.append({ accountId: who.account.id, kind: 'clockConfirmed', objects: {}, result: 'done' })
        const head = write.first(
          write.select.selectFrom('event_log_head').select('sequence').where('workplace_id', '=', workplaceId),
        )
        write.run(
          write.build.insertInto('time_confirmation').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, confirmed_at: iso(nowMs), reason },
            believed_before: believedMs === null ? null : iso(believedMs),
            after_sequence: head?.sequence ?? 0,
            confirmed_by: who.account.id,
          }),
        )
        believe(nowMs, true)
      })
      judge()
      return done(null)
    },
  }
}

const TimeLimitsFile = z.strictObject({
  longestStandstillDays: z.number().positive(),
  longestStandstillReason: z.string(),
  stepBackToleranceSeconds: z.number().nonnegative(),
  stepBackReason: z.string(),
})
const dayMs = 24 * 60 * 60_000
const secondMs = 1000

/** Reads resources/trusted-time.json. Rejects when the file is broken. */
export async function readTimeLimits(file: string): Promise<TimeLimits> {
  const data = TimeLimitsFile.parse(JSON.parse(await readFile(file, 'utf8')), parsedOnce)
  return {
    longestStandstillMs: data.longestStandstillDays * dayMs,
    stepBackToleranceMs: data.stepBackToleranceSeconds * secondMs,
  }
}
