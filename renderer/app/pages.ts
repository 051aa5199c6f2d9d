/** Rows asked for at once. */
export const pageRows = 100

/** Offsets of the pages that hold the rows first…last, the first page always among them: it knows the total. */
export function pageOffsets(first: number, last: number): readonly number[] {
  const offsets = new Set([0])
  for (let page = Math.floor(first / pageRows); page <= Math.floor(Math.max(first, last) / pageRows); page++) {
    offsets.add(page * pageRows)
  }
  return [...offsets]
}
