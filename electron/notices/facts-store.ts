import type { NoticeFacts } from '../../shared/notices/notice-values.ts'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'

/** What the database knows of an application, as far as a notice may say it. */
export interface ApplicationForNotice {
  readonly email: string | null
  readonly phone: string | null
  readonly facts: Omit<NoticeFacts, 'phone' | 'confirmBy'>
}

export interface ProposedReception {
  readonly appointedAt: string
  readonly specialistId: string
  readonly link: string
}

/** The facts notices are written from. */
export interface NoticeFactsStore {
  /** null: no such application of this body, or a reception of another one. */
  of(applicationId: string, receptionId: string | null): ApplicationForNotice | null
  /** As if it had been appointed so; `null` also where nobody has that account. */
  proposed(applicationId: string, reception: ProposedReception): ApplicationForNotice | null
}

interface ApplicationRow {
  readonly given_name: string
  readonly patronymic: string | null
  readonly journal_number: number
  readonly email: string | null
  readonly phone: string | null
  readonly body_name: string
}
interface ReceptionRow {
  readonly appointed_at: string
  readonly link: string | null
  readonly full_name: string
  readonly position: string
}

export function makeNoticeFactsStore({ write, place }: { write: WriteDb; place: () => Place }): NoticeFactsStore {
  // Through the writer: a notice is formed in the transaction that appoints.
  const applications = write.prepareRead<ApplicationRow>(`
    select given_name, patronymic, journal_number, email, phone, body.name as body_name
      from application join body on body.id = application.body_id where application.id = ? and body_id = ?`)
  const receptions = write.prepareRead<ReceptionRow>(`
    select reception.appointed_at, reception.link, account.full_name, account.position
      from reception join account on account.id = reception.specialist_id
      where reception.id = ? and reception.application_id = ?`)
  const officials = write.prepareRead<{ full_name: string; position: string }>(
    'select full_name, position from account where id = ? and body_id = ?',
  )
  const moves = write.prepareRead<{ from_reception_id: string; appointed_at: string; confirmation_valid: 0 | 1 }>(`
    select from_reception_id, former.appointed_at, confirmation_valid from reception_move
      join reception as former on former.id = from_reception_id where to_reception_id = ?`)
  const otherLinks = write.prepareRead<{ id: string }>(`
    select id from notice where application_id = ? and reception_id = ? and kind in ('appointment', 'move') and instr(text, ?) = 0 limit 1`)
  const confirmed = write.prepareRead<{ id: string }>(
    "select id from standing_application_mark where application_id = ? and reception_id = ? and kind = 'confirmed' limit 1",
  )
  const cancelled = write.prepareRead<{ reason: 'refused' | 'notConfirmed' }>(`
    select json_extract(action, '$.reason') as reason from reception_event
      where reception_id = ? and json_extract(action, '$.kind') = 'cancelled' order by sequence desc limit 1`)

  /** Confirmed for this time, or for an earlier one whose confirmation stands (п. 3.5). */
  function isConfirmed(applicationId: string, receptionId: string): boolean {
    const seen = new Set<string>()
    for (let at: string | undefined = receptionId; at !== undefined && !seen.has(at); ) {
      if (confirmed.first(applicationId, at)) return true
      seen.add(at)
      const move = moves.first(at)
      at = move?.confirmation_valid === 1 ? move.from_reception_id : undefined
    }
    return false
  }

  function common(applicationId: string) {
    const row = applications.first(applicationId, place().bodyId)
    if (!row) return null
    const { given_name: givenName, patronymic, journal_number: journalNumber, body_name: bodyName } = row
    return {
      ...{ email: row.email, phone: row.phone },
      facts: { givenName, patronymic, journalNumber, bodyName, timeZone: place().timeZone },
    }
  }

  return {
    of(applicationId, receptionId) {
      const found = common(applicationId)
      if (!found) return null
      const nothing = { reception: null, formerAt: null, isLinkNew: false, isConfirmed: false, cancelledFor: null }
      if (receptionId === null) return { ...found, facts: { ...found.facts, ...nothing } }
      const row = receptions.first(receptionId, applicationId)
      if (!row) return null
      return {
        ...found,
        facts: {
          ...found.facts,
          reception: asReception(row),
          formerAt: moves.first(receptionId)?.appointed_at ?? null,
          isLinkNew: row.link !== null && otherLinks.first(applicationId, receptionId, row.link) !== undefined,
          isConfirmed: isConfirmed(applicationId, receptionId),
          cancelledFor: cancelled.first(receptionId)?.reason ?? null,
        },
      }
    },
    proposed(applicationId, { appointedAt, specialistId, link }) {
      const found = common(applicationId)
      const official = officials.first(specialistId, place().bodyId)
      if (!found || !official) return null
      const reception = asReception({ appointed_at: appointedAt, link, ...official })
      return {
        ...found,
        facts: { ...found.facts, reception, formerAt: null, isLinkNew: false, isConfirmed: false, cancelledFor: null },
      }
    },
  }
}

const asReception = (row: ReceptionRow) => ({
  appointedAt: row.appointed_at,
  officialName: row.full_name,
  officialPosition: row.position,
  link: row.link,
})
