import type { Email } from 'postal-mime'
import { type Head, isAutoReply, mayBeAutoReply, saysAbsence } from '../../shared/letters/auto-reply.ts'
import { readDeliveryReport, readFreeReport } from '../../shared/letters/delivery-report.ts'
import { visibleText } from '../../shared/letters/hidden-signs.ts'
import type {
  DeliveryReport,
  LetterKind,
  LetterReading,
  LetterWarning,
  MappingProfile,
} from '../../shared/letters/letter-reading.ts'
import { readReply } from '../../shared/letters/reply-words.ts'
import { applicationOfParts, type LetterPart } from './application-of-parts.ts'
import { asLetterAttachment, attachmentWarnings, type LetterAttachment } from './attachments.ts'
import { addressOf, answersOf, cut, headerAtOf, headOf, messageIds, senderOf, subjectOf } from './letter-head.ts'
import { letterLimits } from './letter-limits.ts'
import { looksBroken, textOfBytes } from './letter-text.ts'
import { openMime } from './open-mime.ts'
import { unsplitText, wordsOf } from './own-text.ts'
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
  const answers = answersOf(email)
  const report = reportOf(email, attachments, { sender, subject, text: body.text, answers })
  const isForward = /^\s*(?:fwd?|fw|пересл\p{L}*)\s*:/iu.test(subject)
  const isReply =
    !isForward &&
    (answers.length > 0 || /^\s*(?:re|aw|antwort|sv|[hн][aа]|ответ|отв)\.?(?:\[\d+\])?\s*:/iu.test(subject))
  const today = new Date(nowMs).toISOString().slice(0, 10)
  const parts: LetterPart[] = [
    { kind: 'body', body },
    ...attachments.flatMap(formFile),
    ...inner.letters.map(({ body: innerBody }) => ({ kind: 'body' as const, body: innerBody })),
  ]
  const senders = [sender.address, ...inner.letters.map(letter => letter.sender)]
  const application =
    report === null ? applicationOfParts(parts, { profiles, senders, today, withQuoted: !isReply }) : null

  const words = wordsOf(body)
  const asItCame = body.text === '' && inner.letters.length === 0 ? unsplitText(raw, attachments.length, warnings) : ''
  // Of one beyond the limits its own warning says why.
  if (asItCame !== '' && !warnings.has('tooDeep') && !warnings.has('truncated')) warnings.add('notSplit')
  const facts = { report, head, subject, isReply, words: `${words}\n${asItCame}` }
  const kind = kindOf({ ...facts, isApplication: application?.isWhole ?? false })
  // A form in a file that was not understood whole: what there is of it is offered.
  const isOffered = kind === 'other' && parts.some(part => part.kind !== 'body' && part.kind !== 'text')
  if (attachments.some(({ name }) => consentFile.test(name))) warnings.add('consentAttached')
  return {
    kind,
    subject,
    fromName: cut(sender.name, 200),
    fromAddress: addressOf(sender),
    headerAt: headerAtOf(email.date),
    messageId: messageIds(email.messageId ?? '')[0] ?? null,
    answers,
    text: cut(asItCame === '' ? shownText(body, inner.letters) : asItCame, letterLimits.textSigns),
    attachments: attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, byteLength: bytes.byteLength })),
    warnings: [...warnings],
    application: kind === 'application' || isOffered ? (application?.reading ?? null) : null,
    reply: kind === 'reply' ? readReply(words) : null,
    report,
  }
}

function kindOf(facts: {
  readonly report: DeliveryReport | null
  readonly head: Head
  readonly subject: string
  readonly isReply: boolean
  /** The sender's own. */
  readonly words: string
  readonly isApplication: boolean
}): LetterKind {
  if (facts.report !== null) return 'bounce'
  if (isAutoReply(facts.head)) return 'autoReply'
  if (facts.isApplication) return 'application'
  // A portal says that a machine sends its letters; one that answers nothing may be an application nobody understood yet.
  const isOfPortal = !facts.isReply && /^\s*auto-(?:notified|generated)/iu.test(facts.head('auto-submitted') ?? '')
  if (isOfPortal && !saysAbsence(`${facts.subject}\n${facts.words}`)) return 'other'
  if (mayBeAutoReply(facts.head, facts.subject, facts.words)) return 'autoReply'
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

/** «согласие_обр.pdf», «Согласие ПДн.jpg»: a consent nobody but a person can read. */
const consentFile = /соглас|soglas|consent/iu

/** A form that came as a file, by its name or its type; a scan, a sheet or a document is none. */
function formFile({ name, mediaType, bytes }: LetterAttachment): LetterPart[] {
  if (bytes.byteLength > letterLimits.jsonBytes) return []
  const ending = /\.(json|csv|tsv|xml|txt)$/iu.exec(name)?.[1]?.toLowerCase()
  const type = /(?:^|[/+.])(json|csv|tab-separated-values|xml|plain)\b/iu.exec(mediaType)?.[1]?.toLowerCase()
  if (/officedocument|svg|xhtml/iu.test(mediaType)) return []
  const kind = ending ?? type
  if (kind === undefined) return []
  const text = textOfBytes(bytes)
  const isOwn = kind === 'json' || kind === 'xml'
  return [{ kind: isOwn ? kind : kind === 'txt' || kind === 'plain' ? 'text' : 'csv', text }]
}

/** The report of RFC 3464, or of a server that knows no RFC. */
function reportOf(
  email: Email,
  attachments: readonly LetterAttachment[],
  facts: {
    readonly sender: { readonly name: string; readonly address: string }
    readonly subject: string
    readonly text: string
    readonly answers: readonly string[]
  },
): DeliveryReport | null {
  const { sender, subject, text, answers } = facts
  const status = attachments.find(({ mediaType }) => /^message\/(?:global-)?delivery-status$/u.test(mediaType))
  const original = attachments.find(({ mediaType }) =>
    /^(?:message\/rfc822|text\/rfc822-headers|message\/global(?:-headers)?$)/u.test(mediaType),
  )
  const head = original === undefined ? '' : textOfBytes(original.bytes.subarray(0, letterLimits.headBytes))
  const end = head.search(/\r?\n\r?\n/u)
  const ofStatus =
    status === undefined
      ? null
      : readDeliveryReport(textOfBytes(status.bytes), end === -1 ? head : head.slice(0, end), answers)
  return (
    ofStatus ??
    readFreeReport({
      ...{ sender: sender.address, senderName: sender.name, subject, answered: answers },
      isFromNobody:
        headOf(email)('x-failed-recipients') !== null || /^<\s*>$/u.test(headOf(email)('return-path')?.trim() ?? ''),
      ...{ text: `${text}\n${email.text ?? ''}\n${head}`, contentType: headOf(email)('content-type') ?? '' },
    })
  )
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
