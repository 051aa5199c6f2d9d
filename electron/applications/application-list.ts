import type { Selectable } from 'kysely'
import { type ApplicationStatus, statusOf } from '../../shared/applications/application-status.ts'
import { missingFields } from '../../shared/applications/registration-fields.ts'
import type { ApplicationLine, ApplicationPage, ListFilter } from '../../shared/contract/application-list.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ApplicationTable } from '../database/tables/applications.ts'
import { rejectionIsSent } from '../terms/application-facts.ts'
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
  }
}

type LineRow = Selectable<ApplicationTable> & {
  readonly shown_topic: string
  readonly annulled: 0 | 1
  readonly reception_id: string | null
  readonly step: ReceptionStepName | null
  readonly appointed_at: string | null
}

const lines = `
  select application.*, row.annulled, coalesce(row.corrected_topic, row.topic) as shown_topic,
      reception.id as reception_id, reception.step, reception.appointed_at
    from journal_row as row
    join application on application.id = row.application_id
    left join reception on reception.id = row.reception_id`

const rejected = `row.reception_id is null and row.annulled = 0 and ${rejectionIsSent('row.application_id')}`
/** Applications no term runs of any more, by the status they have; `reception` is null where there is none. */
const overOnes: Partial<Record<ListFilter, string>> = {
  all: `(reception.step not in ('scheduled', 'moving') or ${rejected} or row.annulled = 1)`,
  appointed: "reception.step not in ('scheduled', 'moving', 'cancelled', 'closed')",
  rejected,
  cancelled: "reception.step = 'cancelled'",
  closed: "reception.step = 'closed'",
  annulled: 'row.annulled = 1',
}

export function makeApplicationList({ write, place, terms }: ApplicationListDeps): ApplicationList {
  const asked = write.prepareRead<LineRow>(`${lines} where row.application_id in (select value from json_each(?))`)

  const asLine = (row: LineRow, judged: Pick<ApplicationLine, 'status' | 'pressing'>): ApplicationLine => ({
    applicationId: row.id,
    receptionId: row.reception_id,
    journalNumber: row.journal_number,
    shortName: shortName(fullNameOfRow(row)),
    topic: row.shown_topic,
    receivedOn: row.received_on,
    appointedAt: row.appointed_at,
    isIncomplete: row.annulled === 0 && missingFields(knownFields(row)).length > 0,
    isRepeated: row.previous_application_id !== null,
    ...judged,
  })

  /** What is over, newest first; SQL alone, for they are most of all there ever was. */
  function over(filter: ListFilter, window: { offset: number; limit: number }): { total: number; rows: LineRow[] } {
    const condition = overOnes[filter]
    if (condition === undefined) return { total: 0, rows: [] }
    const where = `where row.body_id = ? and ${condition}`
    const counted = write
      .prepareRead<{ n: number }>(
        `select count(*) as n from journal_row as row left join reception on reception.id = row.reception_id ${where}`,
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
      const open = terms.open().map(asOpen)
      const wanted = open.filter(({ status }) => filter === 'all' || status === filter).sort(byPressing)
      const onPage = wanted.slice(offset, offset + limit)
      const ids = JSON.stringify(onPage.map(({ application }) => application.applicationId))
      const rows = new Map(asked.all(ids).map(row => [row.id, row]))
      const shown = onPage.flatMap(({ application, ...judged }) => {
        const row = rows.get(application.applicationId)
        return row ? [asLine(row, judged)] : []
      })
      const rest = over(filter, { offset: Math.max(0, offset - wanted.length), limit: limit - shown.length })
      return {
        total: wanted.length + rest.total,
        rows: [...shown, ...rest.rows.map(row => asLine(row, { status: overStatus(row), pressing: null }))],
        toDecide: open.filter(({ status }) => status === 'toDecide').length,
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

/** Without a reception only a rejection ends it. */
const overStatus = ({ step, annulled }: Pick<LineRow, 'step' | 'annulled'>): ApplicationStatus =>
  annulled === 1 ? 'annulled' : statusOf({ step, isRejected: step === null, isNoticeSent: true, isConfirmed: true })

type OpenApplication = Pick<ApplicationLine, 'status' | 'pressing'> & { readonly application: TermedApplication }

const asOpen = (judged: JudgedApplication): OpenApplication => ({
  application: judged.application,
  status: statusOfTermed(judged.application),
  pressing: pressingOf(judged),
})

/** The term that ends first of those that run or are over; one that cannot be counted goes before all. */
function pressingOf({ terms }: Pick<JudgedApplication, 'terms'>): ApplicationLine['pressing'] {
  const pressing = terms
    .filter(({ state }) => ['running', 'overdue', 'missingYear'].includes(state.kind))
    .sort((one, other) => endMs(one.state) - endMs(other.state))[0]
  return pressing ? { rule: pressing.term, state: pressing.state } : null
}

const endMs = (state: JudgedApplication['terms'][number]['state']): number =>
  state.kind === 'running' || state.kind === 'overdue' ? Date.parse(state.due.legalAt) : 0

function byPressing(one: OpenApplication, other: OpenApplication): number {
  const ends = ({ pressing }: OpenApplication) => (pressing === null ? Number.MAX_SAFE_INTEGER : endMs(pressing.state))
  return ends(one) - ends(other) || one.application.journalNumber - other.application.journalNumber
}
