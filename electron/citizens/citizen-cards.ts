import type {
  CitizenApplication,
  CitizenCard,
  CitizenReception,
  JoinedBy,
  Likeness,
  ProbableApplication,
} from '../../shared/contract/citizens.ts'
import type { JournalReception } from '../../shared/contract/journal.ts'
import type { OutcomeCode } from '../../shared/reception/event.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { samePersonKeyOf } from '../../shared/text/person-key.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import { statusOfTermed } from '../applications/application-matter.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { WriteDb } from '../database/handles.ts'
import type { TermedApplication } from '../terms/term-store.ts'

export interface CitizenCardDeps {
  readonly write: Pick<WriteDb, 'prepareRead'>
  readonly place: () => Place
  readonly termed: (applicationId: string) => TermedApplication | null
  readonly recordingsOf: (receptionId: string) => JournalReception['recordings']
}

interface PersonRow {
  readonly id: string
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
  readonly birth_date: string | null
  readonly document_series: string | null
  readonly document_number: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly journal_number: number
  readonly received_on: string
  readonly previous_application_id: string | null
  readonly topic: string
  readonly result: string
  readonly annulled: 0 | 1
}
interface ReceptionRow {
  readonly id: string
  readonly appointed_at: string
  readonly step: ReceptionStepName
  readonly specialist: string
  readonly outcome: OutcomeCode | null
}

const probableShown = 10
/** The citizen was waited for and did not come. */
const missedOutcomes: readonly OutcomeCode[] = ['notConnected']

/**
 * Puts together what one citizen came with. Joined is only what the program holds as one person's: the same name and date
 * of birth (пп. 2.7, 2.8), or an application a person linked as repeated. What only resembles is offered, never joined.
 */
export function makeCitizenCards({ write, place, termed, recordingsOf }: CitizenCardDeps) {
  const columns = `
    application.id, application.family_name, application.given_name, application.patronymic, application.birth_date,
    application.document_series, application.document_number, application.address, application.phone, application.email,
    application.journal_number, application.received_on, application.previous_application_id,
    coalesce(row.corrected_topic, row.topic) as topic, coalesce(row.corrected_result, row.result) as result, row.annulled`
  const select = (condition: string) =>
    write.prepareRead<PersonRow>(`
      select ${columns} from application join journal_row as row on row.application_id = application.id
        where application.body_id = ? and ${condition}
        order by application.registered_at desc, application.journal_number desc`)
  const byId = select('application.id = ?')
  const bornOn = select('application.birth_date = ?')
  const linkedTo = select('application.previous_application_id = ?')
  const reachedBy = select('(application.phone = ? or application.email = ? collate nocase)')
  const nameless = select('application.birth_date is null and application.family_name = ?')
  const receptions = write.prepareRead<ReceptionRow>(`
    select reception.id, reception.appointed_at, reception.step, account.full_name as specialist,
        case when row.reception_id = reception.id then row.outcome end as outcome
      from reception join account on account.id = reception.specialist_id
      join journal_row as row on row.application_id = reception.application_id
      where reception.application_id = ? order by reception.appointed_at desc, reception.created_at desc`)

  const nameOf = (row: PersonRow): string => samePersonKeyOf(fullNameOfRow(row))

  /** The opened application and all that is held to be the same person's, with the reason of each. */
  function joined(opened: PersonRow): ReadonlyMap<PersonRow, JoinedBy> {
    const { bodyId } = place()
    const found = new Map<string, readonly [PersonRow, JoinedBy]>([[opened.id, [opened, 'opened']]])
    const waiting = [opened]
    const take = (row: PersonRow | undefined, by: JoinedBy): void => {
      if (row === undefined || found.has(row.id)) return
      found.set(row.id, [row, by])
      waiting.push(row)
    }
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      const { birth_date: born, previous_application_id: previous } = row
      const name = nameOf(row)
      for (const other of born === null ? [] : bornOn.all(bodyId, born)) {
        if (nameOf(other) === name) take(other, 'nameAndBirthDate')
      }
      if (previous !== null) take(byId.first(bodyId, previous), 'linked')
      for (const later of linkedTo.all(bodyId, row.id)) take(later, 'linked')
    }
    return new Map(found.values())
  }

  function probable(opened: PersonRow, known: readonly PersonRow[]): ProbableApplication[] {
    const { bodyId } = place()
    const knownIds = new Set(known.map(({ id }) => id))
    const name = nameOf(opened)
    const likeness = new Map<string, { row: PersonRow; why: Set<Likeness> }>()
    const note = (row: PersonRow, why: Likeness): void => {
      if (knownIds.has(row.id)) return
      const entry = likeness.get(row.id) ?? { row, why: new Set() }
      entry.why.add(why)
      likeness.set(row.id, entry)
    }
    const same = (one: string | null, other: string | null): boolean =>
      one !== null && one !== '' && one.toLowerCase() === other?.toLowerCase()
    for (const { phone, email } of known) {
      for (const row of reachedBy.all(bodyId, phone ?? '', email ?? '')) {
        if (same(row.phone, phone)) note(row, 'phone')
        if (same(row.email, email)) note(row, 'email')
      }
    }
    // Without a date of birth on either side nothing is known but the name.
    const unknownDate = opened.birth_date === null ? everyNamesake(opened) : nameless.all(bodyId, opened.family_name)
    for (const row of unknownDate) if (nameOf(row) === name) note(row, 'name')
    for (const { row } of likeness.values()) if (nameOf(row) === name) note(row, 'name')
    return [...likeness.values()].map(({ row, why }) => ({
      ...{ applicationId: row.id, journalNumber: row.journal_number, receivedOn: row.received_on, topic: row.topic },
      ...{ shortName: shortName(fullNameOfRow(row)), likeness: [...why].toSorted() },
    }))
  }

  const namesakes = select('application.family_name = ?')
  const everyNamesake = ({ family_name: familyName }: PersonRow) => namesakes.all(place().bodyId, familyName)

  function receptionsOf(applicationId: string): CitizenReception[] {
    return receptions.all(applicationId).map(({ id, appointed_at: appointedAt, step, specialist, outcome }) => ({
      ...{ receptionId: id, appointedAt, step, outcome, specialistName: shortName(specialist) },
      isMissed: outcome !== null && missedOutcomes.includes(outcome),
      recordings: recordingsOf(id).map(({ id: recordingId, state, verdict, presence }) => ({
        ...{ recordingId, state, verdict, presence },
      })),
    }))
  }

  function applicationOf(row: PersonRow, joinedBy: JoinedBy): CitizenApplication[] {
    const standing = termed(row.id)
    const isAnnulled = row.annulled === 1
    if (standing === null && !isAnnulled) return []
    return [
      {
        ...{ applicationId: row.id, journalNumber: row.journal_number, receivedOn: row.received_on, joinedBy },
        ...{ topic: row.topic, result: row.result },
        status: standing === null || isAnnulled ? 'annulled' : statusOfTermed(standing),
        receptions: receptionsOf(row.id),
      },
    ]
  }

  /** null: no such application. */
  return (applicationId: string): CitizenCard | null => {
    const opened = byId.first(place().bodyId, applicationId)
    if (!opened) return null
    const all = [...joined(opened)].toSorted(([one], [other]) => other.received_on.localeCompare(one.received_on))
    const rows = all.map(([row]) => row)
    const resembling = probable(opened, rows)
    const documents = rows.flatMap(({ document_series: series, document_number: number }) =>
      number === null ? [] : [`${series ?? ''}${number}`.replaceAll(/\s/g, '')],
    )
    return {
      ...{ fullName: fullNameOfRow(opened), birthDate: opened.birth_date, address: opened.address },
      phones: known(rows.map(({ phone }) => phone)),
      emails: known(rows.map(({ email }) => email)),
      documentsDiffer: new Set(documents).size > 1,
      applications: all.flatMap(([row, joinedBy]) => applicationOf(row, joinedBy)),
      probable: resembling.slice(0, probableShown),
      probableLeftOut: Math.max(0, resembling.length - probableShown),
    }
  }
}

/** Each once, the newest first. */
const known = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter(value => value !== null && value !== ''))] as string[]
