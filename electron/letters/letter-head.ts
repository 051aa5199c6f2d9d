import type { Address, Email } from 'postal-mime'
import type { Head } from '../../shared/letters/auto-reply.ts'
import { oneLine } from '../../shared/letters/hidden-signs.ts'
import { letterLimits } from './letter-limits.ts'
import { asUtf8 } from './letter-text.ts'

export const subjectOf = (email: Email): string => cut(oneLine(asUtf8(email.subject ?? '')), 500)
export const addressOf = ({ address }: { readonly address: string }): string => cut(address, 320)
export const headOf =
  (email: Email): Head =>
  name =>
    email.headers.find(({ key }) => key === name)?.value ?? null

export function senderOf(from: Address | undefined): { name: string; address: string } {
  const mailbox = from?.address === undefined ? from?.group?.[0] : from
  return { name: oneLine(asUtf8(mailbox?.name ?? '')), address: oneLine(mailbox?.address ?? '').toLowerCase() }
}

/** In-Reply-To, then References from the nearest to the first. */
export function answersOf(email: Email): string[] {
  const references = messageIds(email.references ?? '').toReversed()
  return [...new Set([...messageIds(email.inReplyTo ?? ''), ...references])].slice(0, letterLimits.answers)
}

export const messageIds = (text: string): string[] => text.slice(0, 50_000).match(/<[^<>\s]{1,300}>/gu) ?? []

export function headerAtOf(date: string | undefined): string | null {
  const ms = Date.parse(date ?? '')
  if (Number.isNaN(ms)) return null
  const year = new Date(ms).getUTCFullYear()
  return year >= 1990 && year <= 2100 ? new Date(ms).toISOString() : null
}

export const cut = (text: string, signs: number): string => (text.length > signs ? text.slice(0, signs) : text)
