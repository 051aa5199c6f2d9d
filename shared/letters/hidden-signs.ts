import { cleanLine } from '../text/clean-text.ts'

/**
 * Signs that change how a text looks without being seen: writing direction, zero width, soft hyphen, tags. In a name they
 * let one thing be read and another be stored.
 */
const hidden =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]|\u034f|[\u{e0000}-\u{e007f}]|[\ufe00-\ufe0f]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu

/** Whether something invisible stands in the text. */
export const hasHiddenSigns = (text: string): boolean => text.search(hidden) !== -1

/** The text without invisible and control signs, its line ends «\n», every other space an ordinary one. */
export const visibleText = (text: string): string =>
  text
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085/gu, '\n')
    .replaceAll(hidden, '')
    .replaceAll(control, '')
    .replaceAll(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')

/** In one line, in the normal form every text of the program has. */
export const oneLine = (text: string): string => cleanLine(text)
