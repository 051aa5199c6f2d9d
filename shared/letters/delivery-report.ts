import type { DeliveryReport } from './letter-reading.ts'

const actions: readonly DeliveryReport['action'][] = ['failed', 'delayed', 'relayed', 'expanded', 'delivered']
const longestReportSigns = 200_000

/**
 * A report of RFC 3464: of several recipients the worst counts. `originalHead`: head of the letter it is about, where it
 * came along. null: it is no report.
 */
export function readDeliveryReport(status: string, originalHead: string): DeliveryReport | null {
  const blocks = status
    .slice(0, longestReportSigns)
    .replaceAll('\r', '')
    .split(/\n\s*\n/u)
  const reports = blocks.flatMap(block => {
    const action = actions.find(one => one === field(block, 'Action')?.toLowerCase())
    return action === undefined
      ? []
      : [{ action, status: /\d\.\d{1,3}\.\d{1,3}/u.exec(field(block, 'Status') ?? '')?.[0] ?? '' }]
  })
  const [worst] = reports.sort((one, other) => actions.indexOf(one.action) - actions.indexOf(other.action))
  if (worst === undefined) return null
  return { ...worst, originalMessageId: messageIdOf(originalHead) ?? messageIdOf(status) }
}

function field(block: string, name: string): string | undefined {
  const line = block.split('\n').find(one => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line
    ?.slice(name.length + 1)
    .replace(/\(.*$/u, '')
    .trim()
}

/** Message-ID of a head, with its angle brackets; null where there is none. */
export const messageIdOf = (head: string): string | null =>
  /^(?:original-|x-original-)?message-id:\s*(<[^<>\s]{1,300}>)/imu.exec(head.slice(0, longestReportSigns))?.[1] ?? null

/** A letter of a mail server that says in free words that a letter did not arrive (no RFC 3464). */
export function readFreeReport(sender: string, subject: string, text: string): DeliveryReport | null {
  const isServer = /^(?:mailer-daemon|postmaster|mail-daemon)@/iu.test(sender)
  const isSaid =
    /undeliver|delivery (?:status|failure|has failed)|mail delivery|returned mail|failure notice|не\s?доставлен|недоставлен|не удалось доставить/iu.test(
      subject,
    )
  if (!isServer || !isSaid) return null
  const isLate = /delay|warning|задерж|отложен/iu.test(subject)
  const status = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/u.exec(text.slice(0, longestReportSigns))?.[0] ?? ''
  return { action: isLate ? 'delayed' : 'failed', status, originalMessageId: messageIdOf(text) }
}
