import type { AnsweredApplication } from '../../shared/contract/replies.ts'
import { numbersIn, ownNumber } from '../../shared/notices/own-subjects.ts'

/** What of a letter says which application it belongs to. */
export interface ReplyMarks {
  /** Message-IDs it answers, the nearest first. */
  readonly answers: readonly string[]
  readonly subject: string
  readonly fromAddress: string
}

export interface ReplyMatch {
  readonly applicationId: string
  readonly by: AnsweredApplication['matchedBy']
  /** Reception the answered notice was about; null where no notice matched. */
  readonly noticeReceptionId: string | null
}

/** Whose an answer is: one, or several of whom nobody is chosen, or none. */
export interface ReplyMatches {
  readonly chosen: ReplyMatch | null
  readonly candidates: readonly ReplyMatch[]
}

/** An application as an answer may point at it. */
export interface MarkedApplication {
  readonly id: string
  /** In small letters; null = none was given. */
  readonly email: string | null
  /** Its citizen is still to be received. */
  readonly isOpen: boolean
}

/** Where applications are looked up. */
export interface ReplySources {
  /** By Message-ID of a notice of this body. */
  notice(messageId: string): { readonly applicationId: string; readonly receptionId: string | null } | null
  /** Every application with a number: each year has its own. */
  byNumber(journalNumber: number): readonly MarkedApplication[]
  /** The open applications with an e-mail address. */
  byAddress(address: string): readonly MarkedApplication[]
  /** Subjects of the notices, with their {поля}. */
  subjects(): readonly string[]
}

const none: ReplyMatches = { chosen: null, candidates: [] }

/**
 * The application an answer belongs to. The notice it answers decides. A number counts in our own subject words, or where
 * the sender's address stands in the application with that number; else the address alone, if one open application has it.
 * Where marks point at several applications nobody is chosen: a person does.
 */
export function matchReply({ answers, subject, fromAddress }: ReplyMarks, sources: ReplySources): ReplyMatches {
  for (const messageId of answers) {
    const notice = sources.notice(messageId)
    if (!notice) continue
    const { applicationId, receptionId: noticeReceptionId } = notice
    return { chosen: { applicationId, by: 'notice', noticeReceptionId }, candidates: [] }
  }
  const address = fromAddress.trim().toLowerCase()
  const isOfSender = ({ email }: MarkedApplication) => address !== '' && email === address
  const own = ownNumber(subject, sources.subjects())
  const named = (own === null ? [...new Set(numbersIn(subject))] : [own]).flatMap(number => sources.byNumber(number))
  // Number and address of one application say the same.
  const agreed = preferOpen(named.filter(isOfSender))
  if (agreed.length > 0) return oneOf(agreed, 'number')
  const ofAddress = address === '' ? [] : sources.byAddress(address)
  const ofNumber = own === null ? [] : preferOpen(named)
  if (ofNumber.length > 0 && ofAddress.length > 0) {
    // The number is one citizen's, the address another's.
    return { chosen: null, candidates: [...matches(ofNumber, 'number'), ...matches(ofAddress, 'address')] }
  }
  return ofNumber.length > 0 ? oneOf(ofNumber, 'number') : oneOf(ofAddress, 'address')
}

function preferOpen(applications: readonly MarkedApplication[]): readonly MarkedApplication[] {
  const open = applications.filter(({ isOpen }) => isOpen)
  return open.length > 0 ? open : applications
}

const matches = (applications: readonly MarkedApplication[], by: ReplyMatch['by']): ReplyMatch[] =>
  applications.map(({ id }) => ({ applicationId: id, by, noticeReceptionId: null }))

function oneOf(applications: readonly MarkedApplication[], by: ReplyMatch['by']): ReplyMatches {
  const found = matches(applications, by)
  const [only] = found
  if (only === undefined) return none
  return found.length === 1 ? { chosen: only, candidates: [] } : { chosen: null, candidates: found }
}
