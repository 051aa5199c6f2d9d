/** Of what `readLetter` makes of a letter. Raised with every change of it: what was read before is read anew. */
export const letterReaderVersion = 4
