import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { checkFields } from '../../shared/applications/check-fields.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type { Completion, NewConsent } from '../../shared/contract/application-list.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { localDate, localToInstant } from '../../shared/text/date-time.ts'
import { fullPersonName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ApplicationTable } from '../database/tables/applications.ts'
import { shownText } from '../journal/corrected-text.ts'
import type { CorrectionStore } from '../journal/correction-store.ts'
import { annulledHint, makeIsAnnulled } from './annulling.ts'
import { fullNameOfRow, knownFields, nameOf, registeredRow } from './application-row.ts'
import type { ConsentStore } from './consent-store.ts'

export interface CompletingDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly corrections: Pick<CorrectionStore, 'add'>
  readonly consents: Pick<ConsentStore, 'add'>
  readonly topicIds: ReadonlySet<string>
}

/** What becomes known of an application after it was registered; every act one transaction with its line of the log. */
export interface Completing {
  complete(who: Session, completion: Completion): Reply<null>
  consent(who: Session, consent: NewConsent): Reply<null>
  linkPrevious(who: Session, applicationId: string, previousApplicationId: string | null): Reply<null>
  setTopic(who: Session, applicationId: string, topicId: string | null): Reply<null>
}

/** Columns 3 and 4 of the journal: once they are known, only a correction of the journal changes them. */
const ofJournal = ['familyName', 'givenName', 'patronymic', 'topic'] as const

export function makeCompleting(deps: CompletingDeps): Completing {
  const { write, place, clock, eventLog, consents, corrections } = deps
  const stored = (applicationId: string): Selectable<ApplicationTable> | undefined =>
    write.first(
      write.select
        .selectFrom('application')
        .selectAll()
        .where('id', '=', applicationId)
        .where('body_id', '=', place().bodyId),
    )
  const isAnnulled = makeIsAnnulled(write)
  const now = () => new Date(clock.nowMs()).toISOString()

  function complete(who: Session, { applicationId, fields: entered, basis }: Completion): Reply<null> {
    const row = stored(applicationId)
    if (!row) return unknownApplication()
    if (isAnnulled(applicationId)) return refused('refusedByRule', annulledHint)
    if (row.document_erased_at !== null && ['documentNumber', 'documentSeries'].some(name => name in entered)) {
      return refused('refusedByRule', 'Данные документа уже стёрты по сроку хранения. Ничего не записано.')
    }
    const before = knownFields(row)
    const names = Object.keys(entered) as (keyof typeof entered)[]
    const fixed = ofJournal.filter(name => name in entered && before[name] !== '' && entered[name] !== before[name])
    if (fixed.length > 0) {
      const hint = 'Имя и тематику исправляют в журнале: исправление хранится с основанием. Ничего не записано.'
      return refused('refusedByRule', hint, Object.fromEntries(fixed.map(name => [`fields.${name}`, 'В журнале'])))
    }
    const today = localDate(clock.nowMs(), who.body.timeZone)
    // A value of undefined is not sent by a page; the schema leaves such keys out.
    const merged = {
      ...before,
      ...Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined)),
    }
    const checked = checkFields(merged, { today, timeZone: who.body.timeZone })
    const faults = Object.entries(checked.faults).filter(
      ([name]) => names.some(one => one === name) || isOfDocument(name),
    )
    if (faults.length > 0) {
      const fields = Object.fromEntries(faults.map(([name, text]) => [`fields.${name}`, text]))
      return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', fields)
    }
    const changed = names.filter(name => checked.fields[name] !== before[name])
    if (changed.length === 0) return refused('stale', 'Ничего не изменено: всё это уже записано.')
    const { channel: _channel, received_on: _on, form_submitted_at: _at, ...columns } = registeredRow(checked.fields)
    const { consent_personal_data: _data, consent_video: _video, ...set } = columns
    write.run(write.build.updateTable('application').set(set).where('id', '=', applicationId))
    correctJournal(who, row, { fullName: fullPersonName(nameOf(checked.fields)), topic: checked.fields.topic, basis })
    const { bodyId, workplaceId } = place()
    write.run(
      write.build.insertInto('application_completion').values({
        ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, application_id: applicationId },
        ...{ fields: JSON.stringify(changed), basis, author_id: who.account.id, at: now() },
      }),
    )
    const line = { accountId: who.account.id, objects: { applicationId }, result: 'done' } as const
    eventLog.append({ kind: 'applicationCompleted', ...line })
    return done(null)
  }

  /** A name or a topic that was missing is put into the journal as any correction is: with its reason, the first kept. */
  function correctJournal(
    who: Session,
    application: Selectable<ApplicationTable>,
    { fullName, topic, basis }: { fullName: string; topic: string; basis: string },
  ): void {
    const row = write.first(
      write.select.selectFrom('journal_row').selectAll().where('application_id', '=', application.id),
    )
    if (!row) throw new Error('no such row of the journal')
    const reason = `Заявка дополнена: ${basis}`
    const known = { applicationId: application.id, reason }
    if (fullName !== fullNameOfRow(application)) {
      corrections.add(who, { ...known, column: 'fullName', before: shownText(row, 'fullName'), after: fullName })
    }
    if (application.topic === '' && topic !== '') {
      corrections.add(who, { ...known, column: 'topic', before: shownText(row, 'topic'), after: topic })
    }
  }

  return {
    complete: (who, completion) => write.transaction(() => complete(who, completion)),
    consent: (who, { applicationId, kind, state, wording, occurredLocal }) =>
      write.transaction(() => {
        const application = stored(applicationId)
        if (!application) return unknownApplication()
        if (isAnnulled(applicationId)) return refused('refusedByRule', annulledHint)
        const { timeZone } = who.body
        const occurredAt = localToInstant(occurredLocal, timeZone)
        const wrong =
          occurredAt === null
            ? 'Такого времени нет в календаре'
            : Date.parse(occurredAt) > clock.nowMs()
              ? 'Это время ещё не наступило'
              : localDate(occurredAt, timeZone) < application.received_on
                ? 'Это раньше дня поступления заявки'
                : null
        if (occurredAt === null || wrong !== null) {
          return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', { occurredLocal: wrong ?? '' })
        }
        const authorId = who.account.id
        consents.add(applicationId, { kind, state, wording, occurredAt, letterId: null, authorId })
        eventLog.append({ accountId: authorId, kind: 'consentNoted', objects: { applicationId }, result: 'done' })
        return done(null)
      }),
    linkPrevious: (who, applicationId, previousApplicationId) =>
      write.transaction(() => {
        const row = stored(applicationId)
        const previous = previousApplicationId === null ? null : stored(previousApplicationId)
        if (!row || previous === undefined) return unknownApplication()
        if (isAnnulled(applicationId)) return refused('refusedByRule', annulledHint)
        if (previous !== null && previous.registered_at >= row.registered_at) {
          return refused('refusedByRule', 'Повторной бывает заявка, которая подана позже. Ничего не записано.')
        }
        const set = { previous_application_id: previousApplicationId }
        write.run(write.build.updateTable('application').set(set).where('id', '=', applicationId))
        const accountId = who.account.id
        eventLog.append({ accountId, kind: 'repeatLinked', objects: { applicationId }, result: 'done' })
        return done(null)
      }),
    setTopic: (who, applicationId, topicId) =>
      write.transaction(() => {
        if (!stored(applicationId)) return unknownApplication()
        if (isAnnulled(applicationId)) return refused('refusedByRule', annulledHint)
        if (topicId !== null && !deps.topicIds.has(topicId)) {
          return refused('badInput', 'Такой темы нет в справочнике. Ничего не записано.')
        }
        write.run(write.build.updateTable('application').set({ topic_id: topicId }).where('id', '=', applicationId))
        eventLog.append({ accountId: who.account.id, kind: 'topicSet', objects: { applicationId }, result: 'done' })
        return done(null)
      }),
  }
}

const unknownApplication = () => refused('notFound', 'Такой заявки нет. Обновите список.')
const isOfDocument = (name: string): boolean => name.startsWith('document')
