import type { AnsweredApplication, AutoReply, ReplyToJudge } from '../../shared/contract/replies.ts'
import type { AnsweredApplications } from './answered-application.ts'
import { matchReply, type ReplyMatch, type ReplySources } from './match-reply.ts'
import type { ReadReply, ReplyIndex } from './reply-index.ts'
import type { ReplyStore } from './reply-store.ts'

/** An answer with the application it belongs to, or those it may belong to. */
export interface MatchedReply {
  readonly letter: ReadReply
  readonly application: AnsweredApplication | null
  readonly candidates: readonly AnsweredApplication[]
}

export interface WaitingRepliesReader {
  /** Answers nobody has judged, of the letters read so far. */
  toJudge(): readonly MatchedReply[]
  /** One of them; null where the letter is no answer, or judged. */
  ofLetter(letterId: string): MatchedReply | null
  shown(reply: MatchedReply): ReplyToJudge
  autoReplies(): AutoReply[]
  /** How an application stands towards a letter, by its own marks or by hand. */
  asChosen(letter: ReadReply, applicationId: string): AnsweredApplication | null
}

export function makeWaitingReplies({
  store,
  index,
  answered,
}: {
  store: Pick<ReplyStore, 'notice' | 'byNumber' | 'byAddress' | 'subjects' | 'marksOf'>
  index: Pick<ReplyIndex, 'now'>
  answered: AnsweredApplications
}): WaitingRepliesReader {
  function matched(letter: ReadReply, sources: ReplySources): MatchedReply {
    const { chosen, candidates } = matchReply(letter, sources)
    const of = (match: ReplyMatch) => answered(match, letter)
    return {
      letter,
      application: chosen && of(chosen),
      candidates: candidates.flatMap(match => of(match) ?? []),
    }
  }

  /**
   * A letter that is no answer by its head counts where an application is open. One that holds an application counts as an
   * answer as well, if it answers a notice of ours, or names our number and comes from the applicant's address.
   */
  function counts({ letter, application, candidates }: MatchedReply): boolean {
    if (letter.kind === 'reply') return true
    if (letter.kind === 'other') return [application, ...candidates].some(one => one?.mayDecline)
    if (letter.kind !== 'application' || application === null) return false
    if (store.marksOf(application.applicationId)?.letterId === letter.id) return false
    const { matchedBy, senderIs } = application
    return matchedBy === 'notice' || (matchedBy === 'number' && senderIs === 'applicant')
  }

  /** Five hundred letters wait at most: what is the same for all of them is asked once. */
  function allMatched(letters: readonly ReadReply[]): MatchedReply[] {
    const subjects = store.subjects()
    const sources = { ...store, subjects: () => subjects }
    return letters.map(letter => matched(letter, sources))
  }

  const shownAnswer = ({ letter, application, candidates }: MatchedReply): AutoReply => ({
    ...{ letterId: letter.id, receivedAt: letter.receivedAt, receiptSource: letter.receiptSource },
    ...{ sender: letter.fromAddress, subject: letter.subject, words: letter.words },
    ...{ application, candidates: [...candidates] },
    isAmongLetters: letter.kind === 'application' || letter.kind === 'other',
  })

  return {
    toJudge: () => allMatched(index.now()).filter(counts),
    ofLetter(letterId) {
      const letter = index.now().find(({ id }) => id === letterId)
      const reply = letter && matched(letter, store)
      return reply && counts(reply) ? reply : null
    },
    shown: reply => ({ ...shownAnswer(reply), proposal: reply.letter.proposal }),
    autoReplies: () => allMatched(index.now().filter(({ kind }) => kind === 'autoReply')).map(shownAnswer),
    asChosen(letter, applicationId) {
      const { chosen, candidates } = matchReply(letter, store)
      const match = [chosen, ...candidates].find(one => one?.applicationId === applicationId)
      return answered(match ?? { applicationId, by: 'hand', noticeReceptionId: null }, letter)
    },
  }
}
