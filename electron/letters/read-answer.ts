import type { LetterReading, LetterWarning } from '../../shared/letters/letter-reading.ts'
import { asLetterAttachment, attachmentWarnings, type LetterAttachment } from './attachments.ts'
import { addressOf, answersOf, senderOf, subjectOf } from './letter-head.ts'
import { letterLimits } from './letter-limits.ts'
import { openMime } from './open-mime.ts'
import { unsplitText, wordsOf } from './own-text.ts'
import { readBody } from './read-body.ts'

/** What an answer is known and judged by. */
export type AnswerReading = Pick<LetterReading, 'answers' | 'subject' | 'fromAddress'> & {
  /** The sender's own; where none can be told apart the reason, and below it the whole letter. */
  readonly words: string
  /** Nothing is the sender's own for certain: nobody judges such words but a person. */
  readonly isWholeLetter: boolean
}

/** Reads an answer; nothing else of the letter is looked at. */
export async function readAnswer(raw: Uint8Array): Promise<AnswerReading> {
  const { email, warnings } = await openMime(raw)
  const body = readBody(email)
  const attachments = email.attachments.slice(0, letterLimits.attachments).map(asLetterAttachment)
  const said = new Set<LetterWarning>(warnings)
  for (const attachment of attachments) for (const warning of attachmentWarnings(attachment)) said.add(warning)
  const own = wordsOf(body)
  const whole = own !== '' ? '' : body.text === '' ? unsplitText(raw, attachments.length, said) : body.text
  const reason = reasonOf({ own, whole, isClosed: said.has('closedContainer'), body: body.text, attachments })
  return {
    ...{ answers: answersOf(email), subject: subjectOf(email) },
    fromAddress: addressOf(senderOf(email.from ?? email.sender)),
    words: own !== '' ? own : [reason, whole].filter(text => text !== '').join('\n\n'),
    isWholeLetter: own === '' && (whole !== '' || reason !== ''),
  }
}

/** Why the words are not the sender's own, or not all; '' = they are, or there is nothing at all. */
function reasonOf(answer: {
  readonly own: string
  readonly whole: string
  readonly isClosed: boolean
  readonly body: string
  readonly attachments: readonly LetterAttachment[]
}): string {
  if (answer.isClosed) return closedReason
  if (answer.own !== '') return ''
  if (answer.whole !== '') return answer.body === '' ? unsplitReason : quotedReason
  const names = answer.attachments.map(({ name }) => name).slice(0, 5)
  return names.length === 0 ? '' : `В письме слов нет: ответ может быть во вложении (${names.join(', ')}).`
}

const quotedReason = 'Собственные слова от цитаты не отделились. Письмо целиком:'
const unsplitReason = 'Письмо не разобралось на части. Показано, как пришло:'
const closedReason =
  'Письмо или его часть в закрытом вложении (winmail.dat, шифр или подпись): откройте его в почтовой программе.'
