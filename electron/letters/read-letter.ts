import type { Address, Email } from 'postal-mime'
import { type Head, isAutoReply, mayBeAutoReply } from '../../shared/letters/auto-reply.ts'
import { readDeliveryReport, readFreeReport } from '../../shared/letters/delivery-report.ts'
import { oneLine, visibleText } from '../../shared/letters/hidden-signs.ts'
import type {
  DeliveryReport,
  LetterKind,
  LetterReading,
  LetterWarning,
  MappingProfile,
} from '../../shared/letters/letter-reading.ts'
import { ownWords } from '../../shared/letters/own-words.ts'
import { readReply } from '../../shared/letters/reply-words.ts'
import { applicationOfParts, type LetterPart } from './application-of-parts.ts'
import { asLetterAttachment, attachmentWarnings, type LetterAttachment } from './attachments.ts'
import { letterLimits } from './letter-limits.ts'
import { looksBroken, textOfBytes } from './letter-text.ts'
import { openMime } from './open-mime.ts'
import { type LetterBody, readBody } from './read-body.ts'

/**
 * What a raw letter is and says. Pure but for time spent; never throws for what the letter holds: what cannot be read is a
 * warning, and the raw letter stays with the caller. `nowMs`: ages and dates to come are judged by it (UTC day).
 */
export async function readLetter(
  raw: Uint8Array,
  profiles: readonly MappingProfile[],
  nowMs: number,
): Promise<LetterReading> {
  const opened = await openMime(raw)
  const { email } = opened
  const warnings = new Set<LetterWarning>(opened.warnings)
  const head = headOf(email)
  const sender = senderOf(email.from ?? email.sender)
  const subject = subjectOf(email)
  const body = readBody(email)
  const attachments = email.attachments.slice(0, letterLimits.attachments).map(asLetterAttachment)
  if (email.attachments.length > letterLimits.attachments) warnings.add('truncated')
  for (const attachment of attachments) for (const warning of attachmentWarnings(attachment)) warnings.add(warning)
  for (const warning of body.warnings) warnings.add(warning)
  if (looksBroken(body.text) || looksBroken(subject)) warnings.add('brokenEncoding')

  const inner = await innerLetters(attachments, 1, warnings)
  const report = reportOf(email, attachments, sender.address, subject, body.text)
  const answers = answersOf(email)
  const isForward = /^\s*(?:fwd?|fw|пересл\p{L}*)\s*:/iu.test(subject)
  const isReply = !isForward && (answers.length > 0 || /^\s*(?:re|ответ)(?:\[\d+\])?\s*:/iu.test(subject))
  const today = new Date(nowMs).toISOString().slice(0, 10)
  const parts: LetterPart[] = [
    { kind: 'body', body },
    ...attachments.filter(isJson).map(({ bytes }) => ({ kind: 'json' as const, text: textOfBytes(bytes) })),
    ...inner.letters.map(({ body: innerBody }) => ({ kind: 'body' as const, body: innerBody })),
  ]
  const senders = [sender.address, ...inner.letters.map(letter => letter.sender)]
  const application =
    report === null ? applicationOfParts(parts, { profiles, senders, today, withQuoted: !isReply }) : null

  const kind = kindOf({ report, head, subject, isReply, isApplication: application?.isWhole ?? false })
  return {
    kind,
    subject,
    fromName: cut(sender.name, 200),
    fromAddress: addressOf(sender),
    headerAt: headerAtOf(email.date),
    messageId: messageIds(email.messageId ?? '')[0] ?? null,
    answers,
    text: cut(shownText(body, inner.letters), letterLimits.textSigns),
    attachments: attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, byteLength: bytes.byteLength })),
    warnings: [...warnings],
    application: kind === 'application' ? (application?.reading ?? null) : null,
    reply: kind === 'reply' ? readReply(wordsOf(body)) : null,
    report,
  }
}

/** What an answer is known and judged by; nothing else of the letter is looked at. */
export async function readAnswer(
  raw: Uint8Array,
): Promise<Pick<LetterReading, 'answers' | 'subject' | 'fromAddress'> & { readonly words: string }> {
  const { email } = await openMime(raw)
  return {
    ...{ answers: answersOf(email), subject: subjectOf(email) },
    ...{ fromAddress: addressOf(senderOf(email.from ?? email.sender)), words: wordsOf(readBody(email)) },
  }
}

const subjectOf = (email: Email): string => cut(oneLine(email.subject ?? ''), 500)
const addressOf = ({ address }: { readonly address: string }): string => cut(address, 320)
/** The sender's own words: without what is quoted, without the signature. */
const wordsOf = ({ ownText }: LetterBody): string => visibleText(ownWords(ownText))

function kindOf(facts: {
  readonly report: DeliveryReport | null
  readonly head: Head
  readonly subject: string
  readonly isReply: boolean
  readonly isApplication: boolean
}): LetterKind {
  if (facts.report !== null) return 'bounce'
  if (isAutoReply(facts.head)) return 'autoReply'
  if (facts.isApplication) return 'application'
  if (mayBeAutoReply(facts.head, facts.subject)) return 'autoReply'
  return facts.isReply ? 'reply' : 'other'
}

interface InnerLetter {
  readonly sender: string
  readonly subject: string
  readonly body: LetterBody
}

/** Letters that came as attachments, forwarded whole. */
async function innerLetters(
  attachments: readonly LetterAttachment[],
  depth: number,
  warnings: Set<LetterWarning>,
): Promise<{ letters: InnerLetter[] }> {
  const letters: InnerLetter[] = []
  for (const { name, mediaType, bytes } of attachments) {
    const isLetter =
      mediaType === 'message/rfc822' || (/\.eml$/iu.test(name) && mediaType !== 'message/delivery-status')
    if (!isLetter) continue
    if (depth > letterLimits.letterDepth) {
      warnings.add('tooDeep')
      continue
    }
    const { email, warnings: of } = await openMime(bytes)
    const body = readBody(email)
    for (const warning of [...of, ...body.warnings]) warnings.add(warning)
    if (looksBroken(body.text)) warnings.add('brokenEncoding')
    const inside = email.attachments.slice(0, letterLimits.attachments).map(asLetterAttachment)
    for (const attachment of inside) for (const warning of attachmentWarnings(attachment)) warnings.add(warning)
    const sender = senderOf(email.from).address
    letters.push({ sender, subject: subjectOf(email), body })
    letters.push(...(await innerLetters(inside, depth + 1, warnings)).letters)
  }
  return { letters }
}

const isJson = ({ name, mediaType, bytes }: LetterAttachment): boolean =>
  (/json/iu.test(mediaType) || /\.json$/iu.test(name)) && bytes.byteLength <= letterLimits.jsonBytes

/** The report of RFC 3464, or of a server that knows no RFC. */
function reportOf(
  email: Email,
  attachments: readonly LetterAttachment[],
  sender: string,
  subject: string,
  text: string,
): DeliveryReport | null {
  const status = attachments.find(({ mediaType }) => mediaType === 'message/delivery-status')
  const original = attachments.find(({ mediaType }) =>
    /^(?:message\/rfc822|text\/rfc822-headers|message\/global)/u.test(mediaType),
  )
  const head = original === undefined ? '' : textOfBytes(original.bytes.subarray(0, letterLimits.headBytes))
  const end = head.search(/\r?\n\r?\n/u)
  const ofStatus =
    status === undefined ? null : readDeliveryReport(textOfBytes(status.bytes), end === -1 ? head : head.slice(0, end))
  return ofStatus ?? readFreeReport(sender, subject, `${text}\n${email.text ?? ''}`)
}

const headOf =
  (email: Email): Head =>
  name =>
    email.headers.find(({ key }) => key === name)?.value ?? null

function senderOf(from: Address | undefined): { name: string; address: string } {
  const mailbox = from?.address === undefined ? from?.group?.[0] : from
  return { name: oneLine(mailbox?.name ?? ''), address: oneLine(mailbox?.address ?? '').toLowerCase() }
}

/** In-Reply-To, then References from the nearest to the first. */
function answersOf(email: Email): string[] {
  const references = messageIds(email.references ?? '').toReversed()
  return [...new Set([...messageIds(email.inReplyTo ?? ''), ...references])].slice(0, letterLimits.answers)
}

const messageIds = (text: string): string[] => text.slice(0, 50_000).match(/<[^<>\s]{1,300}>/gu) ?? []

function headerAtOf(date: string | undefined): string | null {
  const ms = Date.parse(date ?? '')
  if (Number.isNaN(ms)) return null
  const year = new Date(ms).getUTCFullYear()
  return year >= 1990 && year <= 2100 ? new Date(ms).toISOString() : null
}

/** What a person is shown: the letter, and below it the letters inside it. */
const shownText = (body: LetterBody, inner: readonly InnerLetter[]): string =>
  [
    body.text,
    ...inner.map(({ sender, subject, body: { text } }) => `Вложенное письмо от ${sender}: ${subject}\n\n${text}`),
  ]
    .filter(text => text !== '')
    .map(visibleText)
    .join('\n\n')

const cut = (text: string, signs: number): string => (text.length > signs ? text.slice(0, signs) : text)
