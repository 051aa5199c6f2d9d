import * as z from 'zod'
import { cleanLine, cleanText } from './clean-text.ts'

/** A text somebody typed, in the normal form (`cleanText`). Every text a caller may give is made of one of these three. */
export const typedText = () => z.string().overwrite(cleanText)

/** The same in one line: a name, an address, a telephone. */
export const typedLine = () => z.string().overwrite(cleanLine)

/** What must stay sign by sign: a secret, a path of the system, a whole file. Never shown as a text of a person. */
export const keptAsTyped = () => z.string().overwrite(unchanged)

/** Marks a text that is meant to stay as it is; the test of the contract looks for it. */
export const unchanged = (text: string): string => text
