import type { Selectable } from 'kysely'
import { type ApplicationStatus, type StatusFacts, statusOf } from '../../shared/applications/application-status.ts'
import { missingFields } from '../../shared/applications/registration-fields.ts'
import type { ApplicationLine, ApplicationPage, ListFilter } from '../../shared/contract/application-list.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ApplicationTable } from '../database/tables/applications.ts'
import type { JudgedApplication } from '../terms/term-service.ts'
import type { TermedApplication } from '../terms/term-store.ts'
import { fullNameOfRow, knownFields } from './application-row.ts'

/** «Заявки»: what is open by the nearest end of a term, then what is over, the newest first. */
export interface ApplicationList {
  page(request: { filter: ListFilter; offset: number; limit: number }): ApplicationPage
}

export interface ApplicationListDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly terms: {
    /** Everything a term may still run of, judged now. */
    open(): readonly JudgedApplication[]
    /** Rejected, and the rejection is sent. */
    rejected(): readonly JudgedApplication[]
  }
}

type LineRow = Selectable<ApplicationTable> & {
  readonly shown_topic: string
  readonly reception_id: string | null
  readonly step: ReceptionStepName | null
  readonly appointed_at: string | null
}

const lines = `
  select application.*, coalesce(row.corrected_topic, row.topic) as shown_topic,
      reception.id as reception_id, reception.step, reception.appointed_at
    from journal_row as row
    join application on application.id = row.application_id
    left join reception on reception.id = row.reception_id`

/** Receptions on which no term runs any more, by the status they give their application. */
const overSteps: Partial<Record<ListFilter, string>> = {
  all: "reception.step not in ('scheduled', 'moving')",
  appointed: "reception.step not in ('scheduled', 'moving', 'cancelled', 'closed')",
  cancelled: "reception.step = 'cancelled'",
  closed: "reception.step = 'closed'",
}

export function makeApplicationList({ write, place, terms }: ApplicationListDeps): ApplicationList {
  const oneLine = write.prepareRead<LineRow>(`${lines} where row.application_id = ?`)

  const asLine = (row: LineRow, judged: JudgedApplication | null): ApplicationLine => ({
    applicationId: row.id,
    receptionId: row.reception_id,
    journalNumber: row.journal_number,
    shortName: shortName(fullNameOfRow(row)),
    topic: row.shown_topic,
    receivedOn: row.received_on,
    status: judged ? statusOfTermed(judged.application) : statusOf(overFacts(row.step)),
    appointedAt: row.appointed_at,
    isIncomplete: missingFields(knownFields(row)).length > 0,
    isRepeated: row.previous_application_id !== null,
    pressing: judged ? pressingOf(judged) : null,
  })

  /** Over by their reception, newest first; SQL alone, for they are most of all there ever was. */
  function over(filter: ListFilter, window: { offset: number; limit: number }): { total: number; rows: LineRow[] } {
    const condition = overSteps[filter]
    if (condition === undefined) return { total: 0, rows: [] }
    const where = `where row.body_id = ? and row.reception_id is not null and ${condition}`
    const counted = write
      .prepareRead<{ n: number }>(
        `select count(*) as n from journal_row as row join reception on reception.id = row.reception_id ${where}`,
      )
      .first(place().bodyId)
    const rows =
      window.limit === 0
        ? []
        : write
            .prepareRead<LineRow>(
              `${lines} ${where} order by row.journal_year desc, row.journal_number desc limit ? offset ?`,
            )
            .all(place().bodyId, window.limit, window.offset)
    return { total: counted?.n ?? 0, rows }
  }

  return {
    page({ filter, offset, limit }) {
      const open = terms.open()
      const statuses = open.map(({ application }) => statusOfTermed(application))
      const counted = [
        ...open.filter((_, index) => filter === 'all' || statuses[index] === filter).sort(byPressing),
        ...(filter === 'all' || filter === 'rejected' ? [...terms.rejected()].reverse() : []),
      ]
      const shown = counted.slice(offset, offset + limit).flatMap(judged => {
        const row = oneLine.first(judged.application.applicationId)
        return row ? [asLine(row, judged)] : []
      })
      const rest = over(filter, { offset: Math.max(0, offset - counted.length), limit: limit - shown.length })
      return {
        total: counted.length + rest.total,
        rows: [...shown, ...rest.rows.map(row => asLine(row, null))],
        toDecide: statuses.filter(status => status === 'toDecide').length,
      }
    },
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

const overFacts = (step: ReceptionStepName | null): StatusFacts => ({
  ...{ step, isRejected: step === null, isNoticeSent: true, isConfirmed: true },
})

/** The term that ends first of those that run or are over; one that cannot be counted goes before all. */
export function pressingOf({ terms }: Pick<JudgedApplication, 'terms'>): ApplicationLine['pressing'] {
  const pressing = terms
    .filter(({ state }) => ['running', 'overdue', 'missingYear'].includes(state.kind))
    .sort((one, other) => endMs(one.state) - endMs(other.state))[0]
  return pressing ? { rule: pressing.term, state: pressing.state } : null
}

const endMs = (state: JudgedApplication['terms'][number]['state']): number =>
  state.kind === 'running' || state.kind === 'overdue' ? Date.parse(state.due.legalAt) : 0

function byPressing(one: JudgedApplication, other: JudgedApplication): number {
  const [first, second] = [pressingOf(one), pressingOf(other)]
  const ends = (pressing: ApplicationLine['pressing']) =>
    pressing === null ? Number.MAX_SAFE_INTEGER : endMs(pressing.state)
  return ends(first) - ends(second) || one.application.journalNumber - other.application.journalNumber
}
