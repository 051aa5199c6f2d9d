import { randomUUID } from 'node:crypto'
import { localDate } from '../../shared/text/date-time.ts'
import { fullPersonName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import { makeConsentStore } from '../applications/consent-store.ts'
import { makeJournalNumbers } from '../applications/journal-numbers.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { utcText } from '../database/utc-text.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import { makeLinkLog } from '../reception/link-log.ts'
import { type ApplicationFields, applicationRow } from './application-fields.ts'

export interface PlantedApplication {
  readonly applicationId: string
  readonly receptionId: string
  readonly journalNumber: number
}

export interface PlantedReception {
  readonly fields: ApplicationFields
  readonly appointedAt: string
  /** Canonical; null where none was given yet. */
  readonly link: { readonly url: string; readonly meetingNumber: string } | null
  /** Column 5 of the journal. */
  readonly consideration: string
  readonly author: { readonly id: string; readonly fullName: string }
  /** Who will receive; the author where nobody else is named. */
  readonly specialist?: { readonly id: string; readonly fullName: string }
}

/**
 * Applications with a reception of any time, past ones too, written straight into the tables: what the demonstration makes
 * up, and tests. People register and appoint by rules (`electron/applications`); here none is asked.
 */
export interface PlantedApplications {
  /** Number, application, reception, journal row, search text and audit line: all or nothing. */
  create(planted: PlantedReception): PlantedApplication
}

export interface PlantedApplicationsDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly newId?: () => string
}

export function makePlantedApplications(deps: PlantedApplicationsDeps): PlantedApplications {
  const { write, place, clock, eventLog, journal, newId = randomUUID } = deps

  const nextNumber = makeJournalNumbers(write)
  const consents = makeConsentStore(deps)

  function register(registration: PlantedReception): PlantedApplication {
    const { bodyId, workplaceId, timeZone } = place()
    const { fields, author, link } = registration
    const specialist = registration.specialist ?? author
    const at = new Date(clock.nowMs()).toISOString()
    const year = Number(localDate(at, timeZone).slice(0, 4))
    const owner = { body_id: bodyId, workplace_id: workplaceId }
    const number = { journal_year: year, journal_number: nextNumber(bodyId, year) }
    const applicationId = newId()
    const receptionId = newId()
    const appointedOn = localDate(registration.appointedAt, timeZone)

    write.run(
      write.build.insertInto('application').values({
        id: applicationId,
        ...owner,
        ...number,
        ...applicationRow(fields),
        registered_at: at,
        registrar_id: author.id,
      }),
    )
    consents.addBoth(applicationId, {
      ...{ personalData: fields.consentPersonalData, video: fields.consentVideo },
      ...{ wording: '', occurredAt: at, letterId: null, authorId: author.id },
    })
    write.run(
      write.build.insertInto('reception').values({
        id: receptionId,
        ...owner,
        application_id: applicationId,
        specialist_id: specialist.id,
        appointed_at: utcText(registration.appointedAt),
        appointed_on: appointedOn,
        link: link?.url ?? null,
        meeting_number: link?.meetingNumber ?? null,
        note: '',
        step: 'scheduled',
        created_at: at,
      }),
    )
    if (link !== null) {
      makeLinkLog({ write, place }).note({ receptionId, link, givenAt: at, authorId: author.id })
    }
    journal.insert({
      application_id: applicationId,
      ...owner,
      ...number,
      received_on: fields.receivedOn,
      full_name: fullPersonName(fields),
      topic: fields.topic,
      consideration: registration.consideration,
      specialist_name: specialist.fullName,
      result: '',
      reception_id: receptionId,
      reception_date: appointedOn,
      outcome: null,
      recording_id: null,
    })
    const objects = { applicationId, receptionId }
    eventLog.append({ accountId: author.id, kind: 'applicationRegistered', objects, result: 'done' })
    return { applicationId, receptionId, journalNumber: number.journal_number }
  }

  return { create: registration => write.transaction(() => register(registration)) }
}
