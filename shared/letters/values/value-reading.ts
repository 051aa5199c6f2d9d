/** What a field was understood as. */
export interface ValueReading {
  /** null: not understood. */
  readonly value: string | null
  /** Russian: what is wrong and what to do; null = nothing. */
  readonly problem: string | null
}

export const good = (value: string, problem: string | null = null): ValueReading => ({ value, problem })
export const notUnderstood = (problem: string): ValueReading => ({ value: null, problem })

/** Several remarks as one text. */
export const joinedProblems = (...problems: readonly (string | null)[]): string | null => {
  const said = problems.filter(problem => problem !== null)
  return said.length === 0 ? null : said.join(' ')
}
