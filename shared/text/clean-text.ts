/**
 * Signs that change how a text reads without being seen: writing direction, zero width, soft hyphen, selectors, tags; in a
 * name they let one thing be read and another be stored. Halves of signs, what Unicode never gives a meaning to and what
 * every font draws otherwise are no text either.
 */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu
const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu
const blank = /[\t\p{Zs}]/gu

/**
 * The one normal form of a text, for whatever is typed or read: composed letters (NFC), visible signs only, every line end
 * «\n», a tab and every other space an ordinary one. Length and line breaks stay what they are. Idempotent.
 */
export const cleanText = (text: string): string =>
  text.replaceAll(lineEnd, '\n').replaceAll(control, '').replaceAll(unseen, '').replaceAll(blank, ' ').normalize('NFC')

/** The same in one line, no blank twice, none at the ends. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll(/\s+/gu, ' ').trim()
