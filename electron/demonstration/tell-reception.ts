import { randomUUID } from 'node:crypto'
import type { Account, Session } from '../../shared/contract/accounts.ts'
import type { OutcomeCode, ReceptionAction } from '../../shared/reception/event.ts'
import { initialState, next } from '../../shared/reception/next.ts'
import { considerationText, draftResult, headReviewOutcomes } from '../../shared/reception/outcomes.ts'
import { receptionLimits } from '../../shared/regulation/limits.ts'
import type { FormedNotice } from '../notices/notice-order.ts'
import { journalOfReception } from '../reception/journal-of-reception.ts'
import { wordsOf } from './endings.ts'
import { isReply, type PlannedReception, type ReplyToNotice } from './plan.ts'
import type { Act, Story } from './story.ts'
import { talkScript } from './talk-script.ts'

export interface Cast {
  /** Who receives; the author of the acts. */
  readonly session: Session
  readonly head: Account
  readonly nowMs: number
}

/** The notices a letter of the morning is about, once they are told. */
export type NoticesTold = Map<ReplyToNotice, FormedNotice>

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * An application with its reception, from its registration to what is said of it afterwards; `notices` gets those that a
 * letter is going to be about.
 */
export function actsOfReception(
  story: Story,
  planned: PlannedReception,
  cast: Cast,
  notices: NoticesTold,
): readonly Act[] {
  const { regulation, timeZone, receptions, terms, days } = story
  const { session, head } = cast
  const { account } = session
  const { ending, trouble, moved } = planned
  const limits = receptionLimits(regulation, timeZone)
  const told = { applicationId: '', receptionId: '' }
  let state = initialState({ appointedAt: planned.appointedAt, specialistId: account.id })

  const act = (atMs: number, tell: () => void): Act => ({ atMs, tell })
  const mark = (kind: 'noticeSent' | 'confirmed', at: string | null) =>
    at === null
      ? []
      : [act(Date.parse(at), () => terms.addMark({ ...told, kind, occurredAt: at, authorId: account.id }))]
  const answer = (
    afterMs: number,
    kind: 'recordingMissing' | 'headReview' | 'writtenReply',
    note: string,
    by: Account,
  ): Act =>
    act(Math.min(endMs + afterMs, cast.nowMs), () =>
      days.answer({ kind, subjectId: told.receptionId, note, authorId: by.id }),
    )

  function register(): void {
    const appointedAt = moved?.from ?? planned.appointedAt
    const created = story.applications.create({
      ...{ fields: planned.fields, appointedAt, link: planned.link },
      consideration: considerationText({ appointedAt, timeZone }),
      author: account,
    })
    Object.assign(told, created)
  }

  function move(): void {
    if (moved === null) return
    const toReceptionId = randomUUID()
    const { appointedAt } = planned
    const common = { occurredAt: moved.at, recordedAt: moved.at, authorId: account.id, source: 'hand' } as const
    const former = initialState({ appointedAt: moved.from, specialistId: account.id })
    let step = former
    const events = (
      [
        { kind: 'moving', reason: moved.reason },
        { kind: 'moved', toReceptionId },
      ] as const
    ).map(action => {
      const event = { ...common, sequence: step.nextSequence, action }
      const reached = next(step, event, limits)
      if (!reached.ok) throw new Error(`a move is refused: ${reached.refusal}`)
      step = reached.state
      return { event, step: step.step.name }
    })
    const thisMove = { fromAppointedAt: moved.from, toAppointedAt: appointedAt, reason: moved.reason, resultText: '' }
    story.moves.move({
      ...{ appointedAt, link: planned.link, isNewLink: false, specialist: null, overruled: null, events },
      ...{ fromReceptionId: told.receptionId, toReceptionId, confirmationValid: false, reason: moved.reason },
      ...{ basis: 'Гражданин попросил по телефону', resultText: '', authorId: account.id, movedAt: moved.at },
      journal: journalOfReception({
        ...{ appointedAt, state, moves: [thisMove], regulation, timeZone, nowMs: Date.parse(moved.at) },
      }),
    })
    told.receptionId = toReceptionId
    terms.addMark({ ...told, kind: 'noticeSent', occurredAt: moved.at, authorId: account.id })
    if (ending !== 'cancelledNotConfirmed') {
      terms.addMark({ ...told, kind: 'confirmed', occurredAt: moved.at, authorId: account.id })
    }
  }

  function note(atMs: number, action: ReceptionAction, outcome: OutcomeCode): void {
    const at = new Date(atMs).toISOString()
    const common = { occurredAt: at, recordedAt: at, authorId: account.id, source: 'hand' } as const
    const event = { ...common, sequence: state.nextSequence, action }
    const reached = next(state, event, limits)
    if (!reached.ok) throw new Error(`the script of «${outcome}» is refused: ${reached.refusal} (${action.kind})`)
    state = reached.state
    const { step } = state
    const isEnd = step.name === 'closed' || step.name === 'cancelled'
    receptions.append(told.receptionId, event, {
      step: step.name,
      ...(isEnd ? { outcome, result: resultOf(outcome, atMs) } : {}),
    })
  }

  function resultOf(outcome: OutcomeCode, nowMs: number): string {
    const draft = draftResult({ state, regulation, outcome, timeZone, nowMs })
    return draft.replaceAll(/\{[^{}]*\}/g, wordsOf(outcome, planned.explanation))
  }

  /** By e-mail, and accepted by the server. */
  function sendNotice(): void {
    const about = { applicationId: told.applicationId, receptionId: told.receptionId, authorId: account.id }
    const notice = story.desk.form({ ...about, kind: 'appointment', attachments: [] })
    if (notice === 'noAddress') throw new Error('a notice without an address')
    const { noticeId, formedAt } = notice
    story.decisions.add({ ...about, kind: 'appointed', reason: null, noticeId, decidedAt: formedAt })
    story.notices.end(noticeId, story.notices.begin(noticeId), 'accepted', '250 2.0.0 OK')
    if (isReply(trouble)) notices.set(trouble, notice)
  }

  /** What the program itself would have sent: accepted by the server a minute later. */
  function sendCancellation(): void {
    for (const { id } of story.notices.ofApplication(told.applicationId)) {
      story.notices.end(id, story.notices.begin(id), 'accepted', '250 2.0.0 OK')
    }
  }

  const startMs = Date.parse(planned.appointedAt)
  const script = ending === null ? [] : talkScript(ending, limits, planned.talkShare)
  const isCancelled = ending === 'cancelledRefused' || ending === 'cancelledNotConfirmed'
  const endMs = startMs + (script.at(-1)?.afterMs ?? 0) + (isCancelled ? 0 : minuteMs)
  const needsWrittenReply = trouble === 'writtenReply' || (ending === 'held' && (startMs / minuteMs) % 17 === 3)
  const rule = regulation.outcomes.find(({ code }) => code === ending)

  function held(): readonly Act[] {
    if (ending === null) return []
    const steps = script.map(({ afterMs, action }) =>
      act(startMs + afterMs, () => note(startMs + afterMs, action, ending)),
    )
    if (isCancelled) return [...steps, act(endMs + minuteMs, sendCancellation)]
    const close = () =>
      note(endMs, { kind: 'closed', outcome: ending, resultText: resultOf(ending, endMs), needsWrittenReply }, ending)
    return [...steps, act(endMs, close)]
  }

  function correct(): void {
    const { topic } = planned.fields
    story.corrections.add(session, {
      ...{ applicationId: told.applicationId, column: 'topic', before: topic, after: `${topic} (порядок назначения)` },
      reason: 'Уточнена тематика по словам гражданина',
    })
  }

  return [
    act(Date.parse(planned.registeredAt), register),
    ...(isReply(trouble) && planned.noticeAt !== null
      ? [act(Date.parse(planned.noticeAt), sendNotice)]
      : mark('noticeSent', planned.noticeAt)),
    ...mark('confirmed', planned.confirmedAt),
    ...(moved === null ? [] : [act(Date.parse(moved.at), move)]),
    ...held(),
    ...(rule !== undefined && rule.recording !== 'notExpected' && trouble !== 'recordingMissing'
      ? [answer(5 * minuteMs, 'recordingMissing', 'Демонстрация: у вымышленного приёма нет видеозаписи', account)]
      : []),
    ...(ending !== null && headReviewOutcomes(regulation).includes(ending) && trouble !== 'headReview'
      ? [answer(3 * hourMs, 'headReview', 'Рассмотрено, замечаний нет', head)]
      : []),
    ...(needsWrittenReply && trouble !== 'writtenReply'
      ? [answer(4 * hourMs, 'writtenReply', 'Ответ направлен гражданину письмом', account)]
      : []),
    ...(planned.correctedAt === null ? [] : [act(Date.parse(planned.correctedAt), correct)]),
  ]
}
