import { randomUUID } from 'node:crypto'
import type { Account, Session } from '../../shared/contract/accounts.ts'
import type { AnswerableKind } from '../../shared/contract/day.ts'
import type { OutcomeCode, ReceptionAction } from '../../shared/reception/event.ts'
import { initialState, next } from '../../shared/reception/next.ts'
import { considerationText, draftResult, headReviewOutcomes } from '../../shared/reception/outcomes.ts'
import { receptionLimits } from '../../shared/regulation/limits.ts'
import type { FormedNotice } from '../notices/notice-order.ts'
import { journalOfReception } from '../reception/journal-of-reception.ts'
import { recordingDirectory } from '../recording/live/recording-folder.ts'
import { recordingSession } from '../recording/recording-session.ts'
import { wordsOf } from './endings.ts'
import type { FilmKind, PromisedFilm } from './films/film-kind.ts'
import { filmedTalk } from './films/filmed-talk.ts'
import { isLate, isReply, type PlannedReception, type ReplyToNotice } from './plan.ts'
import type { Act, Story } from './story.ts'
import { talkScript } from './talk-script.ts'

export interface Cast {
  /** Who receives; the author of the acts. */
  readonly session: Session
  readonly head: Account
  readonly nowMs: number
}

/** What the story leaves for whoever comes after it. */
export interface Told {
  /** The notices a letter of the morning is about. */
  readonly notices: Map<ReplyToNotice, FormedNotice>
  /** The recordings it speaks of, which are made after it. */
  readonly films: PromisedFilm[]
}

const minuteMs = 60_000
/** What the specialist said to a recording the seal doubts. */
const flawNotes: Partial<Record<FilmKind, string>> = {
  broken: 'Окно записи было закрыто случайно, запись продолжена через 13 секунд, гражданин уведомлен повторно',
  citizenSilent: 'Гражданин без микрофона писал в чате, слышен только специалист',
}
const importNote = 'Запись велась в Телемосте, файл добавляется к приёму'
const hourMs = 60 * minuteMs

/**
 * An application with its reception, from its registration to what is said of it afterwards; `left` gets the notice that
 * a letter is going to be about, and the recording that is to be made.
 */
export function actsOfReception(story: Story, planned: PlannedReception, cast: Cast, left: Told): readonly Act[] {
  const { regulation, timeZone, receptions, terms, days } = story
  const { session, head } = cast
  const { account } = session
  const { ending, trouble, moved, film } = planned
  const limits = receptionLimits(regulation, timeZone)
  const told = { applicationId: '', receptionId: '', noticeId: '' }
  const subject = () => ({ applicationId: told.applicationId, receptionId: told.receptionId })
  let state = initialState({ appointedAt: planned.appointedAt, specialistId: account.id })

  const act = (atMs: number, tell: () => void): Act => ({ atMs, tell })
  const mark = (kind: 'noticeSent' | 'confirmed', at: string | null) =>
    at === null
      ? []
      : [act(Date.parse(at), () => terms.addMark({ ...subject(), kind, occurredAt: at, authorId: account.id }))]
  const answer = (
    afterMs: number,
    kind: AnswerableKind,
    note: string,
    by: Account,
    subjectId = () => told.receptionId,
  ): Act =>
    act(Math.min(endMs + afterMs, cast.nowMs), () =>
      days.answer({ kind, subjectId: subjectId(), note, authorId: by.id }),
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
    terms.addMark({ ...subject(), kind: 'noticeSent', occurredAt: moved.at, authorId: account.id })
    if (ending !== 'cancelledNotConfirmed') {
      terms.addMark({ ...subject(), kind: 'confirmed', occurredAt: moved.at, authorId: account.id })
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

  const tryToSend = (outcome: 'accepted' | 'deferred', said: string): void =>
    story.notices.end(told.noticeId, story.notices.begin(told.noticeId), outcome, said)

  /** By e-mail, and accepted by the server, unless it asks to wait. */
  function sendNotice(): void {
    const about = { ...subject(), authorId: account.id }
    const notice = story.desk.form({ ...about, kind: 'appointment', attachments: [] })
    if (notice === 'noAddress') throw new Error('a notice without an address')
    const { noticeId, formedAt } = notice
    story.decisions.add({ ...about, kind: 'appointed', reason: null, noticeId, decidedAt: formedAt })
    told.noticeId = noticeId
    if (trouble !== 'putOff') tryToSend('accepted', '250 2.0.0 OK')
    if (isReply(trouble)) left.notices.set(trouble, notice)
  }

  /** The outbox tries again after 1, 2, 4 and 8 minutes; the next try is still to come. */
  function putOff(formedMs: number): readonly Act[] {
    if (trouble !== 'putOff') return []
    const said = 'Сервер просит подождать: 451 4.7.1 try again later'
    return [0, 1, 3, 7, 15].map(minutes => act(formedMs + minutes * minuteMs + 1, () => tryToSend('deferred', said)))
  }

  /** What the program itself would have sent: accepted by the server a minute later; with no address it was telephoned. */
  function sendCancellation(): void {
    const notices = story.notices.ofApplication(told.applicationId)
    if (notices.length === 0) {
      const by = { occurredAt: new Date(endMs + minuteMs).toISOString(), authorId: account.id }
      terms.addMark({ ...subject(), ...by, kind: 'cancellationTold', channel: 'phone', note: 'гражданину лично' })
    }
    for (const { id } of notices) {
      story.notices.end(id, story.notices.begin(id), 'accepted', '250 2.0.0 OK')
    }
  }

  const startMs = Date.parse(planned.appointedAt)
  const script = film ? filmedTalk(film, startMs) : ending ? talkScript(ending, limits, planned.talkShare) : []
  const isCancelled = ending === 'cancelledRefused' || ending === 'cancelledNotConfirmed'
  const endMs = startMs + (script.at(-1)?.afterMs ?? 0) + (isCancelled ? 0 : minuteMs)
  const needsWrittenReply =
    trouble === 'writtenReply' || (ending === 'held' && film === null && (startMs / minuteMs) % 17 === 3)
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

  /** The line of the recording stands from its first moment; the file is made after the story, by the seal. */
  function record(kind: FilmKind): void {
    const { receptionId } = told
    const recordingId = kind === 'imported' ? null : randomUUID()
    left.films.push({ kind, receptionId, recordingId })
    if (recordingId === null) return
    const startedAt = state.facts.connectedAt ?? planned.appointedAt
    const recorded = recordingSession(session, { recordingId, receptionId, startedAt }, story.identity)
    const directory = recordingDirectory(story.recordingPlace.rootDirectory, recorded)
    story.recordings.noteBegun(recorded)
    story.recordings.insert({ session: recorded, directory, author: session })
    story.recordings.setState(recordingId, 'sealing', null)
  }

  function filmed(kind: FilmKind): readonly Act[] {
    const connected = script.find(({ action }) => action.kind === 'citizenConnected')
    const flaw = flawNotes[kind]
    const recordingId = () => left.films.find(({ receptionId }) => receptionId === told.receptionId)?.recordingId ?? ''
    return [
      act(startMs + (connected?.afterMs ?? 0), () => record(kind)),
      ...(flaw === undefined ? [] : [answer(5 * minuteMs, 'recordingFlawed', flaw, account, recordingId)]),
      ...(kind === 'imported' ? [answer(5 * minuteMs, 'recordingMissing', importNote, account)] : []),
    ]
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
    ...((isReply(trouble) || isLate(trouble)) && planned.noticeAt !== null
      ? [act(Date.parse(planned.noticeAt), sendNotice), ...putOff(Date.parse(planned.noticeAt))]
      : mark('noticeSent', planned.noticeAt)),
    ...mark('confirmed', planned.confirmedAt),
    ...(moved === null ? [] : [act(Date.parse(moved.at), move)]),
    ...held(),
    ...(film === null ? [] : filmed(film)),
    ...(rule !== undefined && rule.recording !== 'notExpected' && trouble !== 'recordingMissing' && film === null
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
