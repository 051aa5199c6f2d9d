import { judgeTerm } from '../../shared/calendar/term-state.ts'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type { AttentionItem, AttentionKind } from '../../shared/contract/day.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { PersonRights } from '../../shared/contract/rights.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { PersonalDataLaw } from '../../shared/rights/personal-data-law.ts'
import type { SubjectRequestKind, SubjectRequestWay } from '../../shared/rights/subject-request.ts'
import { formatLocalDate, localDate, localToInstant } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { Erasure } from './erasure.ts'
import type { RightsStore, StoredRequest } from './rights-store.ts'

export interface RightsServiceDeps {
  readonly store: RightsStore
  readonly erasure: Pick<Erasure, 'ofApplication' | 'isOpen'>
  readonly law: PersonalDataLaw
  readonly calendar: () => WorkingCalendar
  readonly write: Pick<WriteDb, 'transaction'>
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
}

/** Requests of people about their data: their terms, what was done, what stays (152-ФЗ ст. 9, 14, 20, 21). */
export interface RightsService {
  ofApplication(applicationId: string): Reply<PersonRights>
  register(
    who: Session,
    request: { applicationId: string; kind: SubjectRequestKind; way: SubjectRequestWay; receivedLocal: string },
  ): Reply<PersonRights>
  finish(who: Session, act: { requestId: string; kind: 'done' | 'refused'; note: string }): Reply<PersonRights>
}

export function makeRightsService(deps: RightsServiceDeps): RightsService & { attention(): AttentionItem[] } {
  const { store, erasure, law, clock } = deps

  function judged({ kind, receivedAt }: Pick<StoredRequest, 'kind' | 'receivedAt'>, doneAt: string | null) {
    const { term } = law.requests.find(request => request.kind === kind) ?? missing(kind)
    const events = {
      [term.startEvent]: { atMs: Date.parse(receivedAt) },
      ...(doneAt === null ? {} : { [term.endEvent]: { atMs: Date.parse(doneAt) } }),
    }
    return { term, state: judgeTerm(term, events, { calendar: deps.calendar(), nowMs: clock.nowMs(), isOver: false }) }
  }

  function answer(applicationId: string): Reply<PersonRights> {
    const data = store.data(applicationId)
    if (!data) return refused('notFound', 'Такой заявки нет. Обновите список.')
    const { documentErasedAt, letterErasedAt, recordings } = data
    return done({
      requests: store.ofApplication(applicationId).map(({ applicationId: _id, ...request }) => ({
        ...request,
        ...judged(request, request.act?.doneAt ?? null),
      })),
      ...{ documentErasedAt, letterErasedAt, isOpen: erasure.isOpen(applicationId), recordings: [...recordings] },
    })
  }

  /** Why the data cannot go now; null = they can. */
  function obstacle(applicationId: string): Extract<Reply<never>, { ok: false }> | null {
    if (erasure.isOpen(applicationId)) {
      return refused(
        'refusedByRule',
        'Заявка ещё открыта, сведения нужны для приёма. Сначала отмените приём (п. 2.6) или завершите его. Ничего не стёрто.',
      )
    }
    const held = store.data(applicationId)?.recordings.find(recording => recording.held)
    return held
      ? refused(
          'held',
          `Видеозапись под запретом уничтожения (хранить по ${formatLocalDate(held.retainUntil)}): сведения к ней остаются, пока руководитель не снимет запрет. Ничего не стёрто.`,
        )
      : null
  }

  return {
    ofApplication: answer,
    register(who, { applicationId, kind, way, receivedLocal }) {
      const data = store.data(applicationId)
      if (!data) return refused('notFound', 'Такой заявки нет. Обновите список.')
      const { timeZone } = who.body
      const receivedAt = localToInstant(receivedLocal, timeZone)
      const wrong = !receivedAt
        ? 'Такого времени нет в календаре'
        : Date.parse(receivedAt) > clock.nowMs()
          ? 'Это время ещё не наступило'
          : localDate(receivedAt, timeZone) < localDate(data.registeredAt, timeZone)
            ? 'Это раньше дня регистрации заявки'
            : null
      if (!receivedAt || wrong !== null) {
        const fields = { receivedLocal: wrong ?? '' }
        return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', fields)
      }
      if (store.ofApplication(applicationId).some(request => request.kind === kind && request.act === null)) {
        return refused('stale', 'Такое обращение уже есть и ещё не исполнено. Ничего не записано.')
      }
      const instant = new Date(receivedAt).toISOString()
      store.add({ applicationId, kind, way, receivedAt: instant, authorId: who.account.id })
      deps.announce({ kind: 'journalChanged' })
      return answer(applicationId)
    },
    finish(who, { requestId, kind, note }) {
      const request = store.byId(requestId)
      if (!request) return refused('notFound', 'Такого обращения нет. Обновите список.')
      const { applicationId } = request
      const erases = request.kind === 'withdrawal' && kind === 'done'
      const refusal = deps.write.transaction(() => {
        if (store.byId(requestId)?.act !== null) {
          return refused('stale', 'Это обращение уже исполнено. Ваш ответ не записан.')
        }
        const inTheWay = erases ? obstacle(applicationId) : null
        if (inTheWay) return inTheWay
        store.finish({ request, kind, note, authorId: who.account.id })
        if (erases) erasure.ofApplication(applicationId, who.account.id)
        return null
      })
      if (refusal) return refusal
      deps.announce({ kind: 'journalChanged' })
      return answer(applicationId)
    },
    attention: () =>
      store.open().map(({ request, applicationId, journalNumber, shortName, reception }) => {
        const { term, state } = judged(request, null)
        return {
          ...{ kind: kindOf(state), subjectId: request.id, receptionId: reception?.id ?? null, recordingId: null },
          ...{
            applicationId,
            day: reception?.day ?? null,
            journalNumber,
            shortName,
            term: { rule: term, state },
            holdsDay: false,
          },
        }
      }),
  }
}

function missing(kind: SubjectRequestKind): never {
  throw new Error(`no term for requests of the kind «${kind}»`)
}

function kindOf(state: ReturnType<typeof judgeTerm>): AttentionKind {
  if (state.kind === 'missingYear') return 'calendarMissing'
  if (state.kind === 'overdue') return 'requestOverdue'
  return state.kind === 'running' && state.urgency === 'today' ? 'requestToday' : 'requestOpen'
}
