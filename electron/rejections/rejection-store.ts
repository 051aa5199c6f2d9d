import { createHash, randomUUID } from 'node:crypto'
import type { RejectionDraft, SigningItem } from '../../shared/contract/rejections.ts'
import { rejectionConsideration } from '../../shared/rejections/annex-two.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import type { FormedNotice, NoticeDesk } from '../notices/notice-order.ts'
import { type EarlierAnswer, earlierAnswers } from './earlier-answers.ts'
import type { SignedFile } from './read-signed-files.ts'
import { type RejectionReads, rejectionReads } from './rejection-row.ts'

export interface SigningOrder {
  readonly applicationId: string
  readonly kind: 'scan' | 'detached'
  /** Local date. */
  readonly decidedOn: string
  /** Instant the terms count from. */
  readonly decidedAt: string
  readonly files: readonly SignedFile[]
  readonly authorId: string
}

/** Rejections on their way; every act is written together with its line of the event log. */
export interface RejectionStore extends Omit<RejectionReads, 'application'> {
  application(applicationId: string): ReturnType<RejectionReads['application']>
  earlier(applicationId: string): EarlierAnswer[]
  /** `false`: it is signed already. */
  saveDraft(order: {
    applicationId: string
    draft: RejectionDraft
    quote: string | null
    state: 'draft' | 'toSign' | 'withdrawn'
    authorId: string
  }): boolean
  /** The decision: files, journal, decision, event log. `false`: somebody decided before, or there is no draft to sign. */
  sign(order: SigningOrder): boolean
  /** Forms the notice inside the transaction; nothing is written where the application has no address. */
  send(applicationId: string, authorId: string, givenOn: string): FormedNotice | 'noAddress' | 'stale'
  giveOtherwise(order: { applicationId: string; note: string; givenOn: string; authorId: string }): boolean
  /** `false`: it was told before. */
  tellHead(applicationId: string, authorId: string): boolean
  noteOpened(applicationId: string, authorId: string, what: 'abuseQuoteRevealed' | 'rejectionFileOpened'): void
  queue(): SigningItem[]
}

export interface RejectionStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly notices: NoticeDesk
  readonly accountName: (accountId: string) => string
}

interface QueueRow {
  readonly application_id: string
  readonly journal_number: number
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
  readonly content: string
  readonly state: 'toSign' | 'signed'
  readonly author_id: string
  readonly at: string
}

export function makeRejectionStore(deps: RejectionStoreDeps): RejectionStore {
  const { read, write, place, clock, eventLog, journal } = deps
  const reads = rejectionReads(read)
  const mine = rejectionReads(write)
  const owner = () => ({ body_id: place().bodyId, workplace_id: place().workplaceId })
  const now = () => new Date(clock.nowMs()).toISOString()

  return {
    ...reads,
    application: applicationId => reads.application(applicationId, place().bodyId),
    earlier(applicationId) {
      const application = reads.application(applicationId, place().bodyId)
      return application ? earlierAnswers(read, place().bodyId, application) : []
    },
    saveDraft: ({ applicationId, draft, quote, state, authorId }) =>
      write.transaction(() => {
        if (mine.signing(applicationId)) return false
        const common = { ...owner(), application_id: applicationId, author_id: authorId, at: now() }
        write.run(
          write.build
            .insertInto('rejection_draft')
            .values({ ...common, id: randomUUID(), state, content: JSON.stringify(draft) }),
        )
        if (quote !== null && quote !== '') {
          write.run(write.build.insertInto('rejection_quote').values({ ...common, text: quote }))
        }
        if (state !== 'draft') {
          const kind = state === 'toSign' ? 'rejectionSubmitted' : 'rejectionWithdrawn'
          eventLog.append({ accountId: authorId, kind, objects: { applicationId }, result: 'done' })
        }
        return true
      }),
    sign: ({ applicationId, kind, decidedOn, decidedAt, files, authorId }) =>
      write.transaction(() => {
        const draft = mine.lastDraft(applicationId)
        if (draft?.state !== 'toSign' || mine.signing(applicationId) || mine.decidedOtherwise(applicationId))
          return false
        const consideration = rejectionConsideration(decidedOn, draft.draft.grounds)
        const decisionId = randomUUID()
        write.run(
          write.build.insertInto('application_decision').values({
            ...{ ...owner(), id: decisionId, application_id: applicationId, kind: 'rejected', reception_id: null },
            ...{ reason: draft.draft.reasoning, decided_at: decidedAt, author_id: authorId },
          }),
        )
        write.run(
          write.build.insertInto('rejection_signing').values({
            ...{ ...owner(), application_id: applicationId, draft_id: draft.id, decision_id: decisionId },
            ...{ kind, decided_on: decidedOn, author_id: authorId, at: now() },
          }),
        )
        for (const [position, { role, name, mediaType, content }] of files.entries()) {
          write.run(
            write.build.insertInto('rejection_file').values({
              ...{ application_id: applicationId, position, role, name, media_type: mediaType, content },
              content_hash: createHash('sha256').update(content).digest('hex'),
            }),
          )
        }
        journal.updateByApplication(applicationId, { consideration })
        eventLog.append({ accountId: authorId, kind: 'rejectionSigned', objects: { applicationId }, result: 'done' })
        return true
      }),
    send(applicationId, authorId, givenOn) {
      const sent = write.transaction(() => {
        if (!mine.signing(applicationId) || mine.dispatch(applicationId)) return 'stale'
        const attachments = mine.files(applicationId)
        const notice = deps.notices.form({ kind: 'rejection', applicationId, receptionId: null, authorId, attachments })
        if (notice === 'noAddress') return notice
        write.run(
          write.build.insertInto('rejection_dispatch').values({
            ...{ ...owner(), application_id: applicationId, way: 'email', notice_id: notice.noticeId, note: '' },
            ...{ given_on: givenOn, author_id: authorId, at: now() },
          }),
        )
        eventLog.append({ accountId: authorId, kind: 'rejectionSent', objects: { applicationId }, result: 'done' })
        return notice
      })
      if (typeof sent === 'object') deps.notices.sendSoon()
      return sent
    },
    giveOtherwise: ({ applicationId, note, givenOn, authorId }) =>
      write.transaction(() => {
        if (!mine.signing(applicationId) || mine.dispatch(applicationId)) return false
        write.run(
          write.build.insertInto('rejection_dispatch').values({
            ...{ ...owner(), application_id: applicationId, way: 'other', notice_id: null, note },
            ...{ given_on: givenOn, author_id: authorId, at: now() },
          }),
        )
        eventLog.append({ accountId: authorId, kind: 'rejectionSent', objects: { applicationId }, result: 'done' })
        return true
      }),
    tellHead: (applicationId, authorId) =>
      write.transaction(() => {
        if (mine.headTold(applicationId)) return false
        write.run(
          write.build
            .insertInto('rejection_report')
            .values({ ...owner(), application_id: applicationId, author_id: authorId, at: now() }),
        )
        eventLog.append({ accountId: authorId, kind: 'headTold', objects: { applicationId }, result: 'done' })
        return true
      }),
    noteOpened: (applicationId, accountId, kind) =>
      eventLog.append({ accountId, kind, objects: { applicationId }, result: 'done' }),
    queue: () =>
      read
        .prepareRead<QueueRow>(queueSql)
        .all(place().bodyId)
        .map(row => ({
          applicationId: row.application_id,
          journalNumber: row.journal_number,
          shortName: shortName(fullNameOfRow(row)),
          grounds: (JSON.parse(row.content) as RejectionDraft).grounds,
          state: row.state,
          byName: deps.accountName(row.author_id),
          at: row.at,
        })),
  }
}

/** What waits for a signature, then what is signed and not sent; inside of each the oldest first. */
const queueSql = `
  select application.id as application_id, application.journal_number, application.family_name, application.given_name,
      application.patronymic, draft.content,
      case when signing.application_id is null then 'toSign' else 'signed' end as state,
      coalesce(signing.author_id, draft.author_id) as author_id, coalesce(signing.at, draft.at) as at
    from rejection_draft as draft
    join application on application.id = draft.application_id
    left join rejection_signing as signing on signing.application_id = draft.application_id
    left join rejection_dispatch as dispatch on dispatch.application_id = draft.application_id
    where draft.body_id = ? and draft.state = 'toSign' and dispatch.application_id is null
      and draft.sequence = (select max(sequence) from rejection_draft where application_id = draft.application_id)
    order by signing.application_id is not null, at`
