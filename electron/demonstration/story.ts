import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TopicDirectory } from '../../shared/applications/topics.ts'
import { defaultSchedule } from '../../shared/calendar/schedule.ts'
import { makeWorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import { receptionLimits } from '../../shared/regulation/limits.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import { shortName } from '../../shared/text/person-name.ts'
import { makeAccounts } from '../accounts/account-store.ts'
import { makeDecisionStore } from '../applications/decision-store.ts'
import { noteCancellation } from '../applications/note-cancellation.ts'
import { makeRegistering } from '../applications/registering.ts'
import { makeCalendarStore } from '../calendar/calendar-store.ts'
import { readCalendars } from '../calendar/read-calendars.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { makeDayStore } from '../day/day-store.ts'
import { makeCorrectionStore } from '../journal/correction-store.ts'
import { makeJournalProjection } from '../journal/journal-projection.ts'
import { makeLetterStore } from '../mailroom/letter-store.ts'
import { makeNoticeFactsStore } from '../notices/facts-store.ts'
import { makeNoticeDesk } from '../notices/notice-desk.ts'
import { makeNoticeStore } from '../notices/notice-store.ts'
import { makeServerStore } from '../notices/server-store.ts'
import { makeTemplateStore, readTemplates } from '../notices/template-store.ts'
import { makeMoveStore } from '../reception/move-store.ts'
import { makeReceptionStore } from '../reception/reception-store.ts'
import type { RecordingPlace } from '../recording/presence/recording-store-stamp.ts'
import type { RecordingIdentity } from '../recording/recording-session.ts'
import { makeRecordingStore } from '../recording/recording-store.ts'
import { makeRejectionStore } from '../rejections/rejection-store.ts'
import { makeTermStore } from '../terms/term-store.ts'
import { makePlantedApplications } from './planted-applications.ts'

export interface StoryDeps {
  readonly write: WriteDb
  readonly regulation: Regulation
  readonly resourcesDirectory: string
  readonly timeZone: string
  /** Where the recordings of the story are going to lie, and what each carries. */
  readonly recordingPlace: RecordingPlace
  readonly identity: RecordingIdentity
}

/** The clock of the story: it is wherever the act is that is written just now. */
export interface StoryClock extends Clock {
  setMs(nowMs: number): void
}

/**
 * The workstation's own stores on a clock of their own: what is written of two years ago has the time of two years ago, in
 * the event log too. Whatever they read they read through the writer: the caller writes all of it in one transaction.
 */
export async function openStory(deps: StoryDeps) {
  const { write: outer, regulation, resourcesDirectory, timeZone, recordingPlace, identity } = deps
  // Thirty thousand savepoints inside of the one transaction would keep nothing: all of the story is written, or none.
  const write: WriteDb = { ...outer, transaction: work => work() }
  const [topicsText, years, bundled] = await Promise.all([
    readFile(join(resourcesDirectory, 'topics.json'), 'utf8'),
    readCalendars(join(resourcesDirectory, 'calendars')),
    readTemplates(join(resourcesDirectory, 'notices')),
  ])
  const clock = makeStoryClock()
  const { accounts, eventLog } = makeAccounts({ read: write, write, clock })
  const { place } = accounts
  const journal = makeJournalProjection({ write })
  const shared = { read: write, write, place, clock, eventLog, journal }
  const calendar = makeWorkingCalendar({ years, exceptions: [], schedule: defaultSchedule, timeZone })
  const notices = makeNoticeStore(shared)
  const servers = makeServerStore(shared)
  const desk = makeNoticeDesk({
    ...{ store: notices, facts: makeNoticeFactsStore(shared), templates: makeTemplateStore({ ...shared, bundled }) },
    ...{ server: servers.read, phone: () => '', terms: regulation.terms, calendar: () => calendar },
    ...{ talkMs: receptionLimits(regulation, 'UTC').talkMs, write, clock, sendSoon: () => undefined },
  })
  const receptions = makeReceptionStore({
    ...{ ...shared, actor: () => null },
    onCancelled: noteCancellation({ ...shared, notices: desk }),
  })
  return {
    ...{ write, clock, calendar, accounts, eventLog, notices, desk, receptions, regulation, timeZone },
    ...{ recordingPlace, identity, recordings: makeRecordingStore({ ...shared, recordingPlace }) },
    applications: makePlantedApplications(shared),
    register: makeRegistering({
      ...{ ...shared, topics: TopicDirectory.parse(JSON.parse(topicsText)), announce: () => undefined },
      appointing: {
        within: () => {
          throw new Error('nothing is appointed at the registration here')
        },
        told: () => undefined,
      },
    }),
    letters: makeLetterStore(shared),
    servers,
    decisions: makeDecisionStore(shared),
    moves: makeMoveStore({ ...shared, receptions }),
    days: makeDayStore(shared),
    terms: makeTermStore(shared),
    corrections: makeCorrectionStore(shared),
    calendars: makeCalendarStore(shared),
    rejections: makeRejectionStore({
      ...{ ...shared, notices: desk },
      accountName: accountId => shortName(accounts.byId(accountId)?.fullName ?? ''),
    }),
  }
}
export type Story = Awaited<ReturnType<typeof openStory>>

function makeStoryClock(): StoryClock {
  let nowMs = 0
  return {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    setMs(next) {
      nowMs = next
    },
  }
}

/** One thing that happens, at its moment; acts of one story are told in the order of their moments. */
export interface Act {
  readonly atMs: number
  tell(): void
}
