import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { nextWorkingDay } from './next-working-day.ts'

export interface LinkWatchDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly calendar: () => WorkingCalendar
  readonly isSetUp: () => boolean
  /** Asks one meeting once; null = it answered, otherwise what is wrong, as a code. */
  readonly ask: (link: { url: string; meetingNumber: string }) => Promise<string | null>
  readonly onChecked: (receptionId: string) => void
  readonly clock: Clock
  readonly log: { error(objects: object, text: string): void }
}

/** «Проверена накануне»: the links of today and of the next working day are asked by themselves. */
export interface LinkWatch {
  tick(): void
  /** The round that is running, if one is. */
  settled(): Promise<void>
  /** Nothing is asked or written any more. */
  close(): Promise<void>
}

/** How often it is looked whether a link is due. */
const roundMs = 60_000
/** A link that answered is asked again after so long; one that did not is given so long to recover. */
const againAfterMs = { answered: 6 * 60 * 60_000, failed: 10 * 60_000 }

interface DueRow {
  readonly id: string
  readonly link: string
  readonly meeting_number: string
  readonly checked_at: string | null
  readonly problem: string | null
}

export function makeLinkWatch(deps: LinkWatchDeps): LinkWatch {
  const { read, write, clock, place } = deps
  const scheduled = read.prepareRead<DueRow>(`
    select reception.id, reception.link, reception.meeting_number, last.at as checked_at, last.problem
      from reception
      left join link_check as last on last.id = (
        select id from link_check where link_check.reception_id = reception.id
          and link_check.meeting_number = reception.meeting_number order by link_check.at desc limit 1)
      where reception.body_id = ? and reception.appointed_on between ? and ? and reception.appointed_at > ?
        and reception.step = 'scheduled' and reception.meeting_number is not null
      order by reception.appointed_at limit 100`)
  let lookedMs = clock.nowMs()
  let closed = false
  let running: Promise<void> = Promise.resolve()
  let busy = false

  const isDue = ({ checked_at, problem }: DueRow): boolean =>
    checked_at === null ||
    clock.nowMs() - Date.parse(checked_at) >= (problem === null ? againAfterMs.answered : againAfterMs.failed)

  async function round(): Promise<void> {
    const { bodyId, timeZone } = place()
    const today = localDate(clock.nowMs(), timeZone)
    // A year without a calendar: tomorrow is better than nothing.
    const next = nextWorkingDay(deps.calendar(), today) ?? Temporal.PlainDate.from(today).add({ days: 1 }).toString()
    const now = new Date(clock.nowMs()).toISOString()
    for (const row of scheduled.all(bodyId, today, next, now).filter(isDue)) {
      const problem = await deps.ask({ url: row.link, meetingNumber: row.meeting_number })
      if (closed) return
      write.run(
        write.build.insertInto('link_check').values({
          ...{ id: randomUUID(), reception_id: row.id, meeting_number: row.meeting_number },
          ...{ at: new Date(clock.nowMs()).toISOString(), problem },
        }),
      )
      if (problem !== null || row.problem !== null) deps.onChecked(row.id)
    }
  }

  return {
    tick() {
      if (busy || closed || !deps.isSetUp() || clock.nowMs() - lookedMs < roundMs) return
      lookedMs = clock.nowMs()
      busy = true
      running = round()
        .catch(error => deps.log.error({ error: String(error) }, 'links of receptions cannot be looked at'))
        .finally(() => {
          busy = false
        })
    },
    settled: () => running,
    close() {
      closed = true
      return running
    },
  }
}
