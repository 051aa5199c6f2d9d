/**
 * The reception whose room is to be opened as soon as its screen is there: «Следующий приём: открыть комнату» is one act.
 * In memory alone: a page that is loaded again opens nothing by itself.
 */
let wished: string | null = null

/** Wishes for the room of this reception; an earlier wish is dropped. */
export function wishForRoom(receptionId: string): void {
  wished = receptionId
}

/** Whether its room was wished for; true once. Of another reception the wish is dropped: who went elsewhere wants it no more. */
export function takeWish(receptionId: string): boolean {
  const isWished = wished === receptionId
  wished = null
  return isWished
}
