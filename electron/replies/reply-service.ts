import type { Session } from '../../shared/contract/accounts.ts'
import type { AttentionItem } from '../../shared/contract/day.ts'
import type { LetterAnswer } from '../../shared/contract/mailroom.ts'
import type { AnsweredApplication, ReplyVerdict, WaitingReplies } from '../../shared/contract/replies.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { LetterKind } from '../../shared/letters/letter-reading.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ReceptionService } from '../reception/reception-service.ts'
import type { TermStore } from '../terms/term-store.ts'
import type { AnsweredApplications } from './answered-application.ts'
import { makeJudgedLately, type TakingBackDeps } from './judged-lately.ts'
import { faultOfReceipt, isTold, noteOfReceipt, receivedAs } from './receipt-told.ts'
import type { ReadReply, ReplyIndex } from './reply-index.ts'
import type { ReplyStore } from './reply-store.ts'
import { makeWaitingReplies } from './waiting-replies.ts'

export interface ReplyServiceDeps
  extends Pick<TakingBackDeps, 'held' | 'takeBackCancellation' | 'withdrawCancellation'> {
  readonly store: ReplyStore
  readonly index: ReplyIndex
  readonly answered: AnsweredApplications
  readonly terms: Pick<TermStore, 'addMark'>
  readonly cancelByCitizen: ReceptionService['cancelByCitizen']
  readonly write: Pick<WriteDb, 'transaction'>
  readonly announce: (announcement: Announcement) => void
  readonly timeZone: () => string
  readonly clock: Clock
}

export interface JudgeRequest {
  readonly letterId: string
  readonly verdict: ReplyVerdict
  readonly applicationId: string | null
  readonly note: string
  /** When the letter came, as a person says; null = its own moment counts. */
  readonly receivedAt: string | null
}

/** An answer that waits for somebody. */
export interface UnjudgedReply {
  readonly letterId: string
  readonly kind: LetterKind
  /** null: none was found, or several. */
  readonly applicationId: string | null
  readonly sender: string
  /** Instant. */
  readonly receivedAt: string
}

/** Answers of citizens (пп. 2.5, 2.6): the program proposes, a person decides. */
export interface ReplyService {
  list(who: Session): Promise<Reply<WaitingReplies>>
  candidates(letterId: string, text: string): Promise<Reply<AnsweredApplication[]>>
  judge(who: Session, request: JudgeRequest): Promise<Reply<WaitingReplies>>
  /** Within `takeBackMs` of the judgement, by whoever judged. */
  takeBack(who: Session, letterId: string): Promise<Reply<WaitingReplies>>
  /** What waits for somebody, of the letters read so far. */
  attention(): readonly AttentionItem[]
  /** The same with what a list of cases shows of them. */
  unjudged(): readonly UnjudgedReply[]
  /** Reads what came since; before an act that must overlook no answer. */
  refresh(): Promise<void>
  /** When the answers came that may be of an application and wait for somebody; ISO instants, null = nobody knows. */
  unjudgedAnswers(applicationId: string): readonly (string | null)[]
  /** What a letter is as an answer; null = it is none. */
  answerOf(letterId: string): LetterAnswer | null
}

export function makeReplyService(deps: ReplyServiceDeps): ReplyService {
  const { store, index, answered, clock } = deps
  const waiting = makeWaitingReplies({ store, index, answered })
  const lately = makeJudgedLately(deps)

  const waitingNow = (who: Session): WaitingReplies => ({
    replies: waiting.toJudge().map(waiting.shown),
    autoReplies: waiting.autoReplies(),
    judged: lately.of(who),
  })

  /** A letter that still waits. */
  async function waitingLetter(letterId: string): Promise<ReadReply | null> {
    await index.refresh()
    return index.now().find(({ id, kind }) => id === letterId && kind !== 'autoReply') ?? null
  }

  async function changed(who: Session, receptionId: string | null): Promise<Reply<WaitingReplies>> {
    await index.refresh()
    if (receptionId !== null) deps.announce({ kind: 'receptionChanged', receptionId })
    deps.announce({ kind: 'journalChanged' })
    deps.announce({ kind: 'mailroomChanged' })
    return done(waitingNow(who))
  }

  function confirm(who: Session, letter: ReadReply, application: AnsweredApplication, note: string): Reply<null> {
    if (!application.mayConfirm) return refused('refusedByRule', `${application.obstacle ?? ''} Ничего не записано.`)
    const { applicationId, receptionId } = application
    const authorId = who.account.id
    const written = deps.write.transaction(() => {
      if (!decide(who, letter, { verdict: 'confirms', application, note })) return false
      const occurredAt = notAfterNow(letter.receivedAt)
      const mark = { applicationId, receptionId, kind: 'confirmed', occurredAt, authorId, note } as const
      // Judged a moment ago in this very process: a second mark would be a fault of ours, and takes the decision back.
      if (!deps.terms.addMark({ ...mark, channel: 'letter', letterId: letter.id })) throw new Error('confirmed twice')
      return true
    })
    return written ? done(null) : faster()
  }

  async function decline(
    who: Session,
    letter: ReadReply,
    application: AnsweredApplication,
    note: string,
  ): Promise<Reply<null>> {
    if (!application.mayDecline) return refused('refusedByRule', `${application.obstacle ?? ''} Ничего не записано.`)
    const { receptionId } = application
    let isFirst = true
    lately.hold(receptionId)
    try {
      const cancelled = await deps.cancelByCitizen(
        who,
        { receptionId, occurredAt: notAfterNow(letter.receivedAt), source: 'letter' },
        () => {
          isFirst = decide(who, letter, { verdict: 'declines', application, note })
          if (!isFirst) throw new Error('the letter was judged meanwhile')
        },
      )
      return cancelled.ok ? done(null) : cancelled
    } catch (error) {
      if (!isFirst) return faster()
      throw error
    }
  }

  const decide = (
    who: Session,
    letter: ReadReply,
    made: { verdict: ReplyVerdict; application: AnsweredApplication | null; note: string },
  ): boolean =>
    store.decide({
      ...{ letterId: letter.id, letterKind: letter.kind, verdict: made.verdict, note: made.note },
      applicationId: made.application?.applicationId ?? null,
      receptionId: made.application?.receptionId ?? null,
      ...{ late: made.application?.late ?? false, authorId: who.account.id },
    })

  /** A mail server whose clock is ahead must not put a fact into the future. */
  const notAfterNow = (at: string): string => new Date(Math.min(Date.parse(at), clock.nowMs())).toISOString()

  return {
    async list(who) {
      await index.refresh()
      return done(waitingNow(who))
    },
    async candidates(letterId, text) {
      const letter = await waitingLetter(letterId)
      if (letter === null) return gone()
      if (text === '') return done([])
      return done(store.candidates(text).flatMap(applicationId => waiting.asChosen(letter, applicationId) ?? []))
    },
    async judge(who, { letterId, verdict, applicationId, note: typed, receivedAt }) {
      const found = await waitingLetter(letterId)
      if (found === null) return gone()
      const letter = receivedAs(found, receivedAt)
      const note = isTold(found, receivedAt) ? noteOfReceipt(typed, receivedAt, deps.timeZone()) : typed
      if (verdict === 'neither') {
        if (!decide(who, found, { verdict, application: null, note })) return faster()
        lately.note(who, { letterId, verdict, application: null })
        return changed(who, null)
      }
      const chosen = applicationId === null ? null : waiting.asChosen(letter, applicationId)
      if (chosen === null) return refused('notFound', 'Выберите заявку, на которую это ответ. Ничего не записано.')
      const wrong = faultOfReceipt(found, receivedAt, clock.nowMs())
      if (wrong !== null) return refused('badInput', 'Ничего не записано.', { receivedAt: wrong })
      if (verdict === 'confirms' && chosen.late && typed === '') return lateWithoutReason()
      const answer =
        verdict === 'confirms' ? confirm(who, letter, chosen, note) : await decline(who, letter, chosen, note)
      if (!answer.ok) return answer
      lately.note(who, { letterId, verdict, application: chosen })
      return changed(who, chosen.receptionId)
    },
    async takeBack(who, letterId) {
      const takenBack = await lately.takeBack(who, letterId)
      return takenBack.ok ? changed(who, takenBack.value.receptionId) : takenBack
    },
    unjudged: () =>
      waiting.toJudge().map(({ letter, application }) => ({
        ...{ letterId: letter.id, kind: letter.kind, applicationId: application?.applicationId ?? null },
        ...{ sender: letter.fromAddress, receivedAt: letter.receivedAt },
      })),
    attention: () =>
      waiting.toJudge().map(({ letter, application }) => ({
        ...{ kind: 'replyToJudge', subjectId: letter.id, receptionId: application?.receptionId ?? null },
        applicationId: application?.applicationId ?? null,
        ...{ recordingId: null, term: null, holdsDay: false },
        day: application === null ? null : localDate(application.appointedAt, deps.timeZone()),
        journalNumber: application?.journalNumber ?? null,
        shortName: application?.shortName ?? null,
      })),
    async refresh() {
      await index.refresh()
    },
    unjudgedAnswers: applicationId =>
      waiting
        .toJudge()
        .filter(({ application, candidates }) =>
          [application, ...candidates].some(one => one?.applicationId === applicationId),
        )
        .map(({ letter }) => (letter.receiptSource === 'taken' ? null : letter.receivedAt)),
    answerOf(letterId) {
      const judged = store.judgement(letterId)
      if (judged) return judged
      const reply = waiting.ofLetter(letterId)
      return reply ? { verdict: null, journalNumber: reply.application?.journalNumber ?? null } : null
    },
  }
}

const lateWithoutReason = () =>
  refused('badInput', 'Ответ получен после срока: подтверждение не записано.', {
    note: 'Укажите, почему приём остаётся назначенным: ответ получен после срока',
  })

const gone = () => refused('stale', 'Этого ответа в списке уже нет: его разобрали или отложили. Ничего не записано.')
const faster = () => refused('stale', 'По этому письму уже решено. Ваше решение не записано.')
