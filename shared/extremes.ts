/**
 * The least and the greatest of many numbers, null of none. `Math.min(...numbers)` hands each number over as an argument
 * of its own and fails from some hundred thousand on: a recording of a day could never be sealed.
 */
export function least(numbers: Iterable<number>): number | null {
  let found: number | null = null
  for (const number of numbers) if (found === null || number < found) found = number
  return found
}

/** The greatest of many numbers, null of none. */
export function greatest(numbers: Iterable<number>): number | null {
  let found: number | null = null
  for (const number of numbers) if (found === null || number > found) found = number
  return found
}
