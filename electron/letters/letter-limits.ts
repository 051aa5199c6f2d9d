/** What a letter may cost. Beyond it the letter is shown in part, with a warning, and its raw text stays. */
export const letterLimits = {
  /** Of a bigger letter only the beginning is read. */
  wholeBytes: 25 * 1024 * 1024,
  beginningBytes: 1024 * 1024,
  headBytes: 256 * 1024,
  nestingDepth: 24,
  /** Letters inside letters. */
  letterDepth: 3,
  /** Lines that look like a border between parts. */
  borderLines: 5_000,
  /** Bigger letters are not tried in other charsets. */
  repairedBytes: 2 * 1024 * 1024,
  /** Lines that are not of base64. */
  plainLines: 60_000,
  htmlSigns: 3_000_000,
  htmlCells: 2_000,
  htmlDepth: 500,
  textSigns: 200_000,
  attachments: 200,
  jsonBytes: 1024 * 1024,
  answers: 50,
} as const
