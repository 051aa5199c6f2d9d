import type { DeliveryReport } from './letter-reading.ts'

const actions: readonly DeliveryReport['action'][] = ['failed', 'delayed', 'relayed', 'expanded', 'delivered']
const longestReportSigns = 200_000

/**
 * A report of RFC 3464 or 6533: of several recipients the worst counts. `originalHead`: head of the letter it is about,
 * where it came along. `answered`: Message-IDs the report itself answers (In-Reply-To, References), the nearest first. null:
 * it is no report.
 */
export function readDeliveryReport(
  status: string,
  originalHead: string,
  answered: readonly string[] = [],
): DeliveryReport | null {
  const blocks = status
    .slice(0, longestReportSigns)
    .replaceAll('\r', '')
    .replaceAll(/\n[ \t]+/gu, ' ')
    .split(/\n\s*\n/u)
  const reports = blocks.flatMap(block => {
    const action = actions.find(one => one === field(block, 'Action')?.toLowerCase())
    return action === undefined
      ? []
      : [{ action, status: /\d\.\d{1,3}\.\d{1,3}/u.exec(field(block, 'Status') ?? '')?.[0] ?? '' }]
  })
  const [worst] = reports.sort((one, other) => actions.indexOf(one.action) - actions.indexOf(other.action))
  if (worst === undefined) return null
  const envelopeId = blocks.map(block => field(block, 'Original-Envelope-Id')).find(one => one !== undefined)
  const originalMessageId = messageIdOf(originalHead) ?? messageIdOf(status) ?? answered[0] ?? null
  return { ...worst, originalMessageId, ...(envelopeId ? { envelopeId: withoutXtext(envelopeId) } : {}) }
}

/** «+2D» of RFC 3461. */
const withoutXtext = (text: string): string =>
  text.slice(0, 300).replaceAll(/\+([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function field(block: string, name: string): string | undefined {
  const line = block.split('\n').find(one => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line
    ?.slice(name.length + 1)
    .replace(/\(.*$/u, '')
    .trim()
}

/** Message-ID of a head, with its angle brackets; null where there is none. */
export const messageIdOf = (head: string): string | null =>
  /^[ \t>]*(?:original-|x-original-)?message-id:\s*(<[^<>\s]{1,300}>)/imu.exec(
    head.slice(0, longestReportSigns),
  )?.[1] ?? null

/** What a report in free words is known by. */
export interface FreeReportLetter {
  readonly sender: string
  readonly senderName: string
  readonly subject: string
  readonly text: string
  /** Content-Type of the letter. */
  readonly contentType: string
  readonly answered: readonly string[]
  /** Its envelope named nobody to answer to, or it names failed recipients itself. */
  readonly isFromNobody: boolean
}

/** They write of nothing but deliveries; a postmaster may be a person. */
const daemons = /^(?:mailer-daemon|mail-daemon|maildaemon|mdaemon|microsoftexchange[0-9a-f]*)@/iu
const servers = /^postmaster@/iu
const serverNames =
  /^(?:mail(?:er)?[ -]?daemon|mail delivery (?:sub)?system|microsoft outlook|postmaster|система доставки почты)/iu
const saidOf =
  /undeliver|not delivered|delivery (?:status|failure|has failed|delayed)|delayed mail|mail delivery|mail failure|delivery error|ошибка (?:при )?доставк|ошибка отправк|mail system error|message (?:blocked|delayed|not)|returned mail|failure notice|could not be delivered|non[- ]?delivery|не\s?доставл|недостав|не удалось доставить|не удается доставить|не удаётся доставить|задержк\p{L} доставки|отказ в доставке|возвра(?:т|щен\p{L}*) (?:письма|сообщения)/iu

/** A letter of a mail server that says in free words that a letter did not arrive (no RFC 3464). */
export function readFreeReport(letter: FreeReportLetter): DeliveryReport | null {
  const { sender, senderName, subject, text, contentType, answered, isFromNobody } = letter
  const isReport = /report-type="?delivery-status/iu.test(contentType)
  const isDaemon = isReport || daemons.test(sender)
  const isServer = isFromNobody || servers.test(sender) || serverNames.test(senderName)
  const isOfDelivery = saidOf.test(subject) || (isFromNobody && statusIn(text) !== '')
  if (!isDaemon && !(isServer && isOfDelivery)) return null
  const isLate = /delay|warning|will be retried|задерж|отложен/iu.test(subject)
  const status = statusIn(text)
  const originalMessageId = messageIdOf(text) ?? answered[0] ?? null
  return { action: isLate ? 'delayed' : 'failed', status, originalMessageId }
}

/** An enhanced code of RFC 3463 in free words; '' = none. */
const statusIn = (text: string): string =>
  /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\d|\.\d)/u.exec(text.slice(0, longestReportSigns))?.[0] ?? ''
