import { readLink } from '../../../shared/telemost/link.ts'
import { linkRefusalText } from '../../../shared/telemost/link-text.ts'

/** Why the typed text is not the address of a meeting; null where it is one, or where nothing was typed. */
export function linkMessage(text: string): string | null {
  if (text.trim() === '') return null
  const reading = readLink(text)
  return reading.ok ? null : linkRefusalText(reading.refusal)
}
