import { join } from 'node:path'
import type pino from 'pino'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type { AttentionItem } from '../../shared/contract/day.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import { makeApplicationsCare } from '../applications/applications-care.ts'
import type { SpecialistById } from '../applications/appointing.ts'
import { makeAuthorisationStore } from '../applications/authorisation-store.ts'
import { makeCaseList } from '../applications/case-list.ts'
import { makeCaseRows } from '../applications/case-rows.ts'
import type { SlotDesk } from '../applications/slot-desk.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { MailFacts } from '../day/closing-lines.ts'
import type { CorrectionStore } from '../journal/correction-store.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import { makeLetterThread } from '../letters/letter-thread.ts'
import { makeMailroomCare } from '../mailroom/mailroom-care.ts'
import type { HeldNotices } from '../notices/held-notices.ts'
import type { NoticesCare } from '../notices/notices-care.ts'
import { reportsTo } from '../notices/reports-to.ts'
import { untoldCitizens } from '../notices/untold-citizens.ts'
import type { LinkRule } from '../reception/link-rule.ts'
import type { Moving } from '../reception/moving.ts'
import type { ReceptionRows } from '../reception/reception-rows.ts'
import type { ReceptionService } from '../reception/reception-service.ts'
import { makeTakeover } from '../reception/takeover.ts'
import { makeTakeoverStore } from '../reception/takeover-store.ts'
import type { InTurn } from '../reception/turns.ts'
import { makeRejectionCare } from '../rejections/rejection-care.ts'
import { makeRepliesCare } from '../replies/replies-care.ts'
import { makeRightsCare } from '../rights/rights-care.ts'
import type { Services } from '../services.ts'
import { makeTelemostCare } from '../telemost/telemost-care.ts'
import type { MailEvidence, TermService } from '../terms/term-service.ts'
import type { WorkstationConfig, WorkstationHost } from '../workstation-api.ts'

export interface CorrespondenceDeps {
  readonly config: Pick<WorkstationConfig, 'resourcesDirectory' | 'demonstration'>
  readonly host: Pick<WorkstationHost, 'capabilities' | 'printPage'>
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly trustedNow: () => number | null
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly announce: (announcement: Announcement) => void
  readonly log: pino.Logger
  readonly regulation: Regulation
  readonly accounts: AccountStore
  readonly specialist: SpecialistById
  readonly settings: () => Settings
  readonly calendar: () => WorkingCalendar
  readonly terms: TermService
  readonly notices: NoticesCare
  readonly held: HeldNotices
  readonly corrections: CorrectionStore
  readonly rows: ReceptionRows
  readonly links: LinkRule
  readonly inTurn: InTurn
  readonly receptions: ReceptionService
  readonly moving: Moving
  readonly slots: SlotDesk
  /** Empties the write-ahead log. */
  readonly checkpoint: () => void
}

/** The way from a citizen's letter to a confirmed appointment, put together (пп. 2.1–2.8). */
export interface Correspondence {
  readonly services: Pick<
    Services,
    'applicationDesk' | 'cases' | 'mailroom' | 'notices' | 'rejections' | 'replies' | 'rights' | 'takeover' | 'telemost'
  >
  /** What acts with effect in law must not overlook. */
  readonly mail: MailEvidence & { refresh(): Promise<void> }
  /** What it asks people for on «Сегодня». */
  readonly askers: readonly ((who: Session) => readonly AttentionItem[])[]
  /** How mail stands in both directions, for the end of the day. */
  readonly mailFacts: () => MailFacts
  /** Letters taken in that are no application: on a first day, all of them. */
  readonly lettersTaken: () => number
  /** Once a second, as soon as it is known who works here. */
  tick(): void
  close(): Promise<void>
}

/** Rejects where data that come with the program are broken. */
export async function makeCorrespondence(deps: CorrespondenceDeps): Promise<Correspondence> {
  const { config, accounts, notices, receptions, clock } = deps
  const { desk } = notices
  const applicationDesk = await makeApplicationsCare({
    ...{ ...deps, notices: desk, resourcesDirectory: config.resourcesDirectory },
  })
  const takeover = makeTakeover({
    ...{ ...deps, notices: desk, staff: accounts.staff },
    store: makeTakeoverStore({ read: deps.write, place: deps.place }),
    mayReceive: makeAuthorisationStore(deps).mayReceive,
    ruleFor: deps.slots.ruleFor,
  })
  const telemost = makeTelemostCare({
    ...{ ...deps, isSetUp: accounts.isSetUp, demonstration: config.demonstration },
  })
  const rights = await makeRightsCare({
    ...deps,
    lawFile: join(config.resourcesDirectory, 'regulations/personal-data-152.json'),
    isIdle: () => accounts.isSetUp() && receptions.open() === null,
  })
  const letters = makeLetterThread()
  const mailroom = makeMailroomCare({
    ...deps,
    readLetter: (raw, profiles, atMs = clock.nowMs()) => letters.readLetter(raw, profiles, atMs),
    onNewLetter: reportsTo(notices.service),
    answerOf: letterId => replies.service.answerOf(letterId),
  })
  const replies = makeRepliesCare({
    ...deps,
    readAnswer: letters.readAnswer,
    ...{ cancelByCitizen: receptions.cancelByCitizen, takeBackCancellation: receptions.takeBackCancellation },
    ...{ notices: desk, held: deps.held, subjects: notices.subjects },
  })
  const rejections = makeRejectionCare({ ...deps, notices: desk, resourcesDirectory: config.resourcesDirectory })
  const cases = makeCaseList({
    ...{ terms: deps.terms, place: deps.place, clock, rows: makeCaseRows(deps), replies: replies.service },
    ...{ rejections, notices: notices.store, outbox: notices.outbox },
    ...{ letters: mailroom.letters, linesOf: mailroom.service.linesOf, indexLetters: mailroom.indexLetters },
  })
  return {
    services: {
      ...{ applicationDesk, cases, takeover, rejections, notices: notices.service, mailroom: mailroom.service },
      ...{ replies: replies.service, rights: rights.service, telemost: telemost.service },
    },
    mail: {
      unjudgedAnswers: replies.service.unjudgedAnswers,
      isSilent: () => mailroom.attention().some(({ kind }) => kind === 'mailboxSilent'),
      refresh: replies.service.refresh,
    },
    askers: [
      ...[deps.terms.dueTerms, mailroom.attention, notices.attention],
      ...[telemost.attention, replies.service.attention, rights.attention, rejections.attention],
    ],
    mailFacts: () => ({
      ...{ outgoing: notices.outbox.state().state, incoming: mailroom.incoming(), waiting: notices.waiting() },
      untold: untoldCitizens(deps.terms, notices.store),
    }),
    lettersTaken: mailroom.taken,
    tick() {
      mailroom.start()
      for (const care of [notices, replies, telemost, rights]) care.tick()
    },
    async close() {
      await mailroom.close()
      await letters.close()
      await notices.close()
      await telemost.close()
    },
  }
}
