import type { Session } from '../../shared/contract/accounts.ts'
import type { AttentionItem } from '../../shared/contract/day.ts'
import type { AnsweredApplication, ReplyVerdict, WaitingReplies } from '../../shared/contract/replies.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { ReceptionService } from '../reception/reception-service.ts'
import type { TermStore } from '../terms/term-store.ts'
import type { AnsweredApplications } from './answered-application.ts'
import { matchReply } from './match-reply.ts'
import type { ReadReply, ReplyIndex } from './reply-index.ts'
import type { ReplyStore } from './reply-store.ts'

export interface ReplyServiceDeps {
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
}

/** Answers of citizens (пп. 2.5, 2.6): the program proposes, a person decides. */
export interface ReplyService {
  list(): Promise<Reply<WaitingReplies>>
  candidates(letterId: string, text: string): Promise<Reply<AnsweredApplication[]>>
  judge(who: Session, request: JudgeRequest): Promise<Reply<WaitingReplies>>
  /** What waits for somebody, of the letters read so far. */
  attention(): readonly AttentionItem[]
}

export function makeReplyService(deps: ReplyServiceDeps): ReplyService {
  const { store, index, answered, clock } = deps

  const applicationOf = (letter: ReadReply): AnsweredApplication | null => {
    const match = matchReply(letter, store)
    return match === null ? null : answered(match, letter.receivedAt)
  }
  const shown = (letter: ReadReply, application: AnsweredApplication | null) => ({
    ...{ letterId: letter.id, receivedAt: letter.receivedAt, sender: letter.fromAddress, subject: letter.subject },
    ...{ words: letter.words, application },
  })

  /** Answers with their applications; a letter that is no answer by its head counts only where an application is open. */
  function toJudge() {
    return index.now().flatMap(letter => {
      if (letter.kind === 'autoReply') return []
      const application = applicationOf(letter)
      const counts = letter.kind === 'reply' || (application?.mayDecline ?? false)
      return counts ? [{ letter, application }] : []
    })
  }

  const waitingNow = (): WaitingReplies => ({
    replies: toJudge().map(({ letter, application }) => ({ ...shown(letter, application), proposal: letter.proposal })),
    autoReplies: index
      .now()
      .filter(({ kind }) => kind === 'autoReply')
      .map(letter => shown(letter, applicationOf(letter))),
  })

  /** A letter that still waits. */
  async function waitingLetter(letterId: string): Promise<ReadReply | null> {
    await index.refresh()
    return index.now().find(({ id, kind }) => id === letterId && kind !== 'autoReply') ?? null
  }

  async function judged(receptionId: string | null): Promise<Reply<WaitingReplies>> {
    await index.refresh()
    if (receptionId !== null) deps.announce({ kind: 'receptionChanged', receptionId })
    deps.announce({ kind: 'journalChanged' })
    return done(waitingNow())
  }

  function confirm(who: Session, letter: ReadReply, application: AnsweredApplication, note: string): Reply<null> {
    if (!application.mayConfirm) return refused('refusedByRule', `${application.obstacle ?? ''} Ничего не записано.`)
    if (application.late && note === '') {
      return refused('badInput', 'Ответ получен после срока: подтверждение не записано.', {
        note: 'Укажите, почему приём остаётся назначенным: ответ получен после срока',
      })
    }
    const { applicationId, receptionId, late } = application
    const authorId = who.account.id
    const written = deps.write.transaction(() => {
      const isDecided = store.decide({
        ...{ letterId: letter.id, verdict: 'confirms', applicationId, receptionId, late, note, authorId },
      })
      if (!isDecided) return false
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
    const { applicationId, receptionId, late } = application
    let isFirst = true
    try {
      const cancelled = await deps.cancelByCitizen(
        who,
        { receptionId, occurredAt: notAfterNow(letter.receivedAt), source: 'letter' },
        () => {
          const authorId = who.account.id
          isFirst = store.decide({
            ...{ letterId: letter.id, verdict: 'declines', applicationId, receptionId, late, note, authorId },
          })
          if (!isFirst) throw new Error('the letter was judged meanwhile')
        },
      )
      return cancelled.ok ? done(null) : cancelled
    } catch (error) {
      if (!isFirst) return faster()
      throw error
    }
  }

  /** A mail server whose clock is ahead must not put a fact into the future. */
  const notAfterNow = (at: string): string => new Date(Math.min(Date.parse(at), clock.nowMs())).toISOString()

  return {
    async list() {
      await index.refresh()
      return done(waitingNow())
    },
    async candidates(letterId, text) {
      const letter = await waitingLetter(letterId)
      if (letter === null) return gone()
      if (text === '') return done([])
      return done(
        store
          .candidates(text)
          .flatMap(
            applicationId => answered({ applicationId, by: 'hand', noticeReceptionId: null }, letter.receivedAt) ?? [],
          ),
      )
    },
    async judge(who, { letterId, verdict, applicationId, note }) {
      const letter = await waitingLetter(letterId)
      if (letter === null) return gone()
      const match = matchReply(letter, store)
      const isProposed = match !== null && match.applicationId === applicationId
      const chosen =
        applicationId === null
          ? null
          : answered(isProposed ? match : { applicationId, by: 'hand', noticeReceptionId: null }, letter.receivedAt)
      if (verdict === 'neither') {
        const authorId = who.account.id
        const isDecided = store.decide({
          ...{ letterId, verdict, applicationId: null, receptionId: null, late: false, note, authorId },
        })
        return isDecided ? judged(null) : faster()
      }
      if (chosen === null) return refused('notFound', 'Выберите заявку, на которую это ответ. Ничего не записано.')
      const answer =
        verdict === 'confirms' ? confirm(who, letter, chosen, note) : await decline(who, letter, chosen, note)
      return answer.ok ? judged(chosen.receptionId) : answer
    },
    attention: () =>
      toJudge().map(({ letter, application }) => ({
        ...{ kind: 'replyToJudge', subjectId: letter.id, receptionId: application?.receptionId ?? null },
        applicationId: application?.applicationId ?? null,
        ...{ recordingId: null, term: null, holdsDay: false },
        day: application === null ? null : localDate(application.appointedAt, deps.timeZone()),
        journalNumber: application?.journalNumber ?? null,
        shortName: application?.shortName ?? null,
      })),
  }
}

const gone = () => refused('stale', 'Этого ответа в списке уже нет: его разобрали или отложили. Ничего не записано.')
const faster = () => refused('stale', 'По этому письму уже решено. Ваше решение не записано.')
