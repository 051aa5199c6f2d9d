import { randomUUID } from 'node:crypto'
import { type AppointmentObstacle, obstacleWords, overruledBy } from '../../shared/applications/appointment-text.ts'
import { obstaclesOf } from '../../shared/applications/slots.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type { Appointed, Appointment } from '../../shared/contract/appointments.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { considerationText } from '../../shared/reception/outcomes.ts'
import { readLink } from '../../shared/telemost/link.ts'
import { linkRefusalText } from '../../shared/telemost/link-text.ts'
import { localDate, localToInstant } from '../../shared/text/date-time.ts'
import { unnamedApplicant } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { utcText } from '../database/utc-text.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import type { NoticeDesk } from '../notices/notice-order.ts'
import { makeLinkLog } from '../reception/link-log.ts'
import { type LinkRule, linkInUseText } from '../reception/link-rule.ts'
import { annulledHint, makeIsAnnulled } from './annulling.ts'
import type { AuthorisationStore } from './authorisation-store.ts'
import type { DecisionStore } from './decision-store.ts'
import type { SlotDesk } from './slot-desk.ts'

/** Somebody who receives citizens here now; null for anybody else. */
export type SpecialistById = (accountId: string) => { readonly id: string; readonly fullName: string } | null

export interface AppointingDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly decisions: Pick<DecisionStore, 'add' | 'ofApplication'>
  readonly authorisations: Pick<AuthorisationStore, 'mayReceive'>
  readonly slots: Pick<SlotDesk, 'ruleFor'>
  readonly links: Pick<LinkRule, 'takenBy'>
  readonly notices: NoticeDesk
  readonly specialist: SpecialistById
  readonly announce: (announcement: Announcement) => void
}

/**
 * The decision to receive (п. 2.4): reception, decision, columns 5 and 6 of the journal and the notice, in one
 * transaction. What stands against it is judged inside that transaction too, so that two desks cannot take one time.
 */
export interface Appointing {
  appoint(who: Session, appointment: Appointment): Reply<Appointed>
  /** The same inside a transaction of the caller, who rolls it back where it is refused and calls `told` after it. */
  within(who: Session, appointment: Appointment): Reply<Appointed>
  told(appointed: Appointed): void
}

const nothingWritten = 'Приём не назначен, ничего не записано.'

export function makeAppointing(deps: AppointingDeps): Appointing {
  const { write, place, clock, eventLog, journal, decisions, links, notices } = deps
  const isAnnulled = makeIsAnnulled(write)
  const linkLog = makeLinkLog({ write, place })

  const applicationOf = (applicationId: string) =>
    write.first(
      write.select
        .selectFrom('application')
        .select(['id', 'family_name', 'topic_id', 'consent_personal_data', 'consent_video'])
        .where('id', '=', applicationId)
        .where('body_id', '=', place().bodyId),
    )
  const isConsidered = (applicationId: string): boolean =>
    decisions.ofApplication(applicationId).length > 0 ||
    write.first(write.select.selectFrom('reception').select('id').where('application_id', '=', applicationId)) !==
      undefined

  function appoint(who: Session, request: Appointment): Reply<Appointed> {
    const application = applicationOf(request.applicationId)
    if (!application) return refused('notFound', 'Такой заявки нет. Обновите список.')
    if (isAnnulled(application.id)) return refused('refusedByRule', annulledHint)
    if (isConsidered(application.id)) {
      return refused('stale', `По этой заявке решение уже принято. ${nothingWritten}`)
    }
    if (application.consent_personal_data === 0) {
      return refused(
        'refusedByRule',
        `Нет согласия на обработку персональных данных (п. 2.2). Спросите его у гражданина и запишите в заявке. ${nothingWritten}`,
      )
    }
    if (application.family_name === unnamedApplicant) {
      return refused('refusedByRule', `Заявитель не назван. Дополните заявку. ${nothingWritten}`)
    }
    const { timeZone } = who.body
    const specialist = deps.specialist(request.specialistId)
    const appointedAt = localToInstant(request.appointedLocal, timeZone)
    const link = readLink(request.link)
    const takenBy = link.ok ? links.takenBy(link.meetingNumber, application.id) : null
    const faults: Record<string, string> = {}
    if (specialist === null) faults.specialistId = 'Этот сотрудник приёмов не ведёт'
    if (appointedAt === null) faults.appointedLocal = 'Такого времени нет в календаре'
    if (request.link === '') faults.link = 'Укажите ссылку: она называется в уведомлении (п. 2.4)'
    else if (!link.ok) faults.link = linkRefusalText(link.refusal)
    else if (takenBy !== null) faults.link = linkInUseText(takenBy)
    if (specialist === null || appointedAt === null || !link.ok || takenBy !== null) {
      const code = Object.keys(faults).join() === 'link' ? (takenBy === null ? 'linkRefused' : 'linkInUse') : 'badInput'
      return refused(code, `Проверьте выделенные поля. ${nothingWritten}`, faults)
    }
    const appointedOn = localDate(appointedAt, timeZone)
    const obstacles: AppointmentObstacle[] = [
      ...obstaclesOf(Date.parse(appointedAt), deps.slots.ruleFor(specialist.id)),
      ...(deps.authorisations.mayReceive(specialist.id, application.topic_id, appointedOn)
        ? []
        : (['notAuthorised'] as const)),
      ...(application.consent_video === 0 ? (['videoConsentMissing'] as const) : []),
    ]
    const refusal = refusalOf(who, obstacles, request.overrideReason)
    if (refusal) return refusal

    const receptionId = randomUUID()
    const { bodyId, workplaceId } = place()
    const decidedAt = new Date(clock.nowMs()).toISOString()
    const authorId = who.account.id
    const objects = { applicationId: application.id, receptionId }
    write.run(
      write.build.insertInto('reception').values({
        ...{ id: receptionId, body_id: bodyId, workplace_id: workplaceId, application_id: application.id },
        ...{ specialist_id: specialist.id, appointed_at: utcText(appointedAt), appointed_on: appointedOn },
        ...{ link: link.url, meeting_number: link.meetingNumber, note: '', step: 'scheduled', created_at: decidedAt },
      }),
    )
    linkLog.note({ receptionId, link, givenAt: decidedAt, authorId })
    journal.updateByApplication(application.id, {
      consideration: considerationText({ appointedAt, timeZone, step: { name: 'scheduled' } }),
      specialist_name: specialist.fullName,
      reception_id: receptionId,
      reception_date: appointedOn,
    })
    const notice = notices.form({ kind: 'appointment', ...objects, authorId, attachments: [] })
    decisions.add({
      ...{ ...objects, kind: 'appointed', reason: obstacles.length > 0 ? request.overrideReason : null },
      ...{ noticeId: notice === 'noAddress' ? null : notice.noticeId, decidedAt, authorId },
    })
    eventLog.append({ accountId: authorId, kind: 'applicationAppointed', objects, result: 'done' })
    for (const obstacle of obstacles) {
      const result = loggable[obstacle]
      if (result !== undefined) eventLog.append({ accountId: authorId, kind: 'appointmentOverruled', objects, result })
    }
    return done({ receptionId, notice: notice === 'noAddress' ? 'noAddress' : 'formed' })
  }

  function told({ receptionId }: Appointed): void {
    notices.sendSoon()
    deps.announce({ kind: 'receptionChanged', receptionId })
    deps.announce({ kind: 'journalChanged' })
  }

  return {
    within: appoint,
    told,
    appoint(who, appointment) {
      const answer = write.transaction(() => appoint(who, appointment))
      if (answer.ok) told(answer.value)
      return answer
    },
  }
}

/** What may be overruled stands in the event log under its own name. */
const loggable = {
  workplaceBusy: 'workplaceBusy',
  outsideSchedule: 'outsideSchedule',
  tooEarly: 'tooEarly',
  notAuthorised: 'notAuthorised',
  videoConsentMissing: 'videoConsentMissing',
} as const satisfies Partial<Record<AppointmentObstacle, string>> as Partial<
  Record<
    AppointmentObstacle,
    'workplaceBusy' | 'outsideSchedule' | 'tooEarly' | 'notAuthorised' | 'videoConsentMissing'
  >
>

/** null: nothing stands against it, or whoever asks may overrule all of it and gave a reason. */
function refusalOf(
  { account }: Session,
  obstacles: readonly AppointmentObstacle[],
  reason: string | null,
): Extract<Reply<never>, { ok: false }> | null {
  const final = obstacles.filter(
    one => overruledBy[one] === 'nobody' || (overruledBy[one] === 'head' && account.role !== 'head'),
  )
  const words = (which: readonly AppointmentObstacle[]) => which.map(one => `${obstacleWords[one]}.`).join(' ')
  if (final.length > 0) {
    const byHead = final.every(one => overruledBy[one] === 'head')
    const whatNow = byHead ? ' Выберите другое время или специалиста; иначе может решить руководитель.' : ''
    return refused('refusedByRule', `${words(final)}${whatNow} ${nothingWritten}`)
  }
  if (obstacles.length === 0 || reason !== null) return null
  return refused('refusedByRule', `${words(obstacles)} Назначить можно с причиной, она останется в заявке.`, {
    overrideReason: 'Укажите, почему приём всё же назначается',
  })
}
