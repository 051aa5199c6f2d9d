import type { Selectable } from 'kysely'
import { type ApplicationStatus, statusOf } from '../../shared/applications/application-status.ts'
import { missingFields } from '../../shared/applications/registration-fields.ts'
import { guessTopic, type Topic } from '../../shared/applications/topics.ts'
import type { ApplicationMatter, EarlierApplication } from '../../shared/contract/application-list.ts'
import type { ApplicationTerms } from '../../shared/contract/applications.ts'
import type { ReceiptSource } from '../../shared/mailroom/receipt-source.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { samePersonKeyOf } from '../../shared/text/person-key.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ApplicationTable } from '../database/tables/applications.ts'
import { shareOfWords } from '../journal/search-text.ts'
import { receiptSourceOfLetter } from '../mailroom/receipt-source-of-letter.ts'
import type { TermedApplication } from '../terms/term-store.ts'
import { makeIsAnnulled } from './annulling.ts'
import { asCard, fullNameOfRow, knownFields } from './application-row.ts'
import type { ConsentStore } from './consent-store.ts'
import { makeMatterHistory } from './matter-history.ts'

export interface ApplicationMatterDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly consents: Pick<ConsentStore, 'ofApplication'>
  readonly topics: readonly Topic[]
  readonly terms: {
    ofApplication(applicationId: string): ApplicationTerms | null
    termed(applicationId: string): TermedApplication | null
  }
}

/** The application with everything that is considered on it; null for an unknown one. */
export type MatterOf = (applicationId: string) => ApplicationMatter | null

interface StandingRow {
  readonly id: string
  readonly step: ReceptionStepName
  readonly appointed_at: string
  readonly link: string | null
  readonly full_name: string
}
type EarlierRow = Pick<
  Selectable<ApplicationTable>,
  'id' | 'journal_number' | 'journal_year' | 'received_on' | 'family_name' | 'given_name' | 'patronymic'
> & {
  readonly topic: string
  readonly result: string
  readonly step: ReceptionStepName | null
  readonly rejected: 0 | 1
}

/** From this share of common words on two topics count as one. */
const sameTopicShare = 0.5
const earlierShown = 20

export function makeApplicationMatter({ write, place, consents, topics, terms }: ApplicationMatterDeps): MatterOf {
  const historyOf = makeMatterHistory(write)
  const sourceOfLetter = write.prepareRead<{ source: ReceiptSource }>(`
    select ${receiptSourceOfLetter} as source from letter left join letter_receipt on letter_receipt.letter_id = letter.id
      where letter.id = ?`)
  const isAnnulled = makeIsAnnulled(write)
  const standing = write.prepareRead<StandingRow>(`
    select reception.id, reception.step, reception.appointed_at, reception.link, account.full_name
      from reception join account on account.id = reception.specialist_id
      where reception.application_id = ? and reception.step <> 'moved' order by reception.created_at desc limit 1`)
  const earlierOnes = write.prepareRead<EarlierRow>(`
    select application.id, application.journal_number, application.journal_year, application.received_on,
        application.family_name, application.given_name, application.patronymic,
        coalesce(row.corrected_topic, row.topic) as topic, coalesce(row.corrected_result, row.result) as result,
        reception.step,
        exists (select 1 from application_decision as decision
          where decision.application_id = application.id and decision.kind = 'rejected') as rejected
      from application
      join journal_row as row on row.application_id = application.id
      left join reception on reception.id = row.reception_id
      where application.body_id = ? and application.birth_date = ? and application.id <> ?
        and application.registered_at < ? and row.annulled = 0
      order by application.registered_at desc`)

  /** Of applications registered before it was asked who says so. */
  const sourceBefore = (letterId: string | null): ReceiptSource =>
    letterId === null ? 'person' : (sourceOfLetter.first(letterId)?.source ?? 'person')

  function earlier(row: Selectable<ApplicationTable>): EarlierApplication[] {
    if (row.birth_date === null) return []
    const name = samePersonKeyOf(fullNameOfRow(row))
    return earlierOnes
      .all(place().bodyId, row.birth_date, row.id, row.registered_at)
      .filter(other => samePersonKeyOf(fullNameOfRow(other)) === name)
      .slice(0, earlierShown)
      .map(other => ({
        ...{ applicationId: other.id, journalNumber: other.journal_number, journalYear: other.journal_year },
        ...{ receivedOn: other.received_on, topic: other.topic, result: other.result },
        sameTopic: shareOfWords(row.topic, other.topic) >= sameTopicShare,
        status: statusOf({
          step: other.step,
          ...{ isRejected: other.rejected === 1, isNoticeSent: true, isConfirmed: true },
        }),
      }))
  }

  return applicationId => {
    const row = write.first(
      write.select
        .selectFrom('application')
        .innerJoin('account', 'account.id', 'application.registrar_id')
        .selectAll('application')
        .select('account.full_name as registrar_name')
        .where('application.id', '=', applicationId)
        .where('application.body_id', '=', place().bodyId),
    )
    const termed = terms.termed(applicationId)
    const judged = terms.ofApplication(applicationId)
    if (!row || !termed || !judged) return null
    const reception = standing.first(applicationId)
    const annulled = isAnnulled(applicationId)
    return {
      card: asCard(row),
      status: annulled ? 'annulled' : statusOfTermed(termed),
      ...{ receivedAt: row.received_at, formSubmittedAt: row.form_submitted_at, letterId: row.letter_id },
      receiptSource: row.received_source ?? sourceBefore(row.letter_id),
      ...{ registrarName: shortName(row.registrar_name), registeredAt: row.registered_at },
      missing: annulled ? [] : missingFields(knownFields(row)),
      consents: consents.ofApplication(applicationId),
      topic: {
        chosen: topics.find(({ id }) => id === row.topic_id) ?? null,
        guessed: guessTopic(row.topic, topics),
      },
      reception: reception
        ? {
            ...{ id: reception.id, step: reception.step, appointedAt: reception.appointed_at },
            ...{ specialistName: shortName(reception.full_name), hasLink: reception.link !== null },
          }
        : null,
      terms: annulled ? { ...judged, terms: [], mayMark: [] } : judged,
      history: historyOf(applicationId, place().timeZone),
      earlier: earlier(row),
      previousApplicationId: row.previous_application_id,
    }
  }
}

/** Of an application the terms know. */
export const statusOfTermed = ({ step, facts }: TermedApplication): ApplicationStatus =>
  statusOf({
    step,
    isRejected: facts.rejectedAt !== null,
    isNoticeSent: facts.validNoticeAt !== null,
    isConfirmed: facts.confirmedAt !== null,
  })
