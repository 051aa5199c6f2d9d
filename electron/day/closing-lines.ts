import type { AttentionItem, AttentionKind, ClosingLine, ClosingLineName } from '../../shared/contract/day.ts'
import type { OutboxState } from '../../shared/contract/notices.ts'

/** What the end of a day is judged by, beside what asks for attention. */
export interface ClosingFacts {
  readonly items: readonly AttentionItem[]
  /** Receptions of today that are not over. */
  readonly stillToCome: readonly AttentionItem[]
  readonly recordingsUnproven: readonly AttentionItem[]
  readonly mail: MailFacts
}

/** How mail stands in both directions, with what is on its way or was never written. */
export interface MailFacts {
  readonly outgoing: OutboxState
  readonly incoming: IncomingMail
  readonly waiting: readonly AttentionItem[]
  readonly untold: readonly AttentionItem[]
}

/** `read`: every mailbox was looked through, and is connected. */
export type IncomingMail = 'none' | 'down' | 'read'

/** Which things to do make a line open, besides what is not among them. */
const kindsOf: Readonly<Record<ClosingLineName, readonly AttentionKind[]>> = {
  receptions: [],
  results: ['unfinished', 'notHeld'],
  otherTime: ['moving'],
  recordings: ['recordingMissing', 'recordingNotHere', 'recordingFound'],
  recordingRemarks: ['recordingFlawed'],
  writtenReplies: ['writtenReply'],
  rejections: ['rejectionToSign', 'rejectionToSend'],
  termsOver: ['termOverdue', 'calendarMissing', 'requestOverdue'],
  termsToday: ['termToday', 'requestToday'],
  notices: ['notDelivered'],
  letters: ['newLetters'],
  replies: ['replyToJudge'],
  links: ['noLink', 'linkDead', 'linkChanged'],
}

const holding: ReadonlySet<ClosingLineName> = new Set(['receptions', 'results', 'otherTime'])

/** «Завершить день»: every line proven, open with its cases, or unknown; never proven by mere silence of the mail. */
export function judgeClosing({ items, stillToCome, recordingsUnproven, mail }: ClosingFacts): ClosingLine[] {
  const besides: Partial<Record<ClosingLineName, readonly AttentionItem[]>> = {
    receptions: stillToCome,
    recordings: recordingsUnproven,
    notices: [...mail.waiting, ...mail.untold],
  }
  const unknown: Partial<Record<ClosingLineName, ClosingLine['unknownBecause']>> = {
    notices: outgoingDoubt(mail.outgoing),
    letters: incomingDoubt(mail.incoming),
    replies: incomingDoubt(mail.incoming),
  }
  return (Object.keys(kindsOf) as ClosingLineName[]).map(name => {
    const cases = [...items.filter(({ kind }) => kindsOf[name].includes(kind)), ...(besides[name] ?? [])]
    const unknownBecause = unknown[name] ?? null
    return {
      ...{ name, cases, unknownBecause },
      standing: cases.length > 0 ? 'open' : unknownBecause === null ? 'proven' : 'unknown',
      holdsDay: cases.length > 0 && (holding.has(name) || cases.some(({ holdsDay }) => holdsDay)),
    }
  })
}

function outgoingDoubt(state: OutboxState): ClosingLine['unknownBecause'] {
  if (state === 'ready') return null
  return state === 'noServer' || state === 'turnedOff' ? 'noOutgoingMail' : 'outgoingMailDown'
}

function incomingDoubt(mail: IncomingMail): ClosingLine['unknownBecause'] {
  if (mail === 'read') return null
  return mail === 'none' ? 'noIncomingMail' : 'incomingMailDown'
}
