/** Larger letters are not taken over: of them only the head is kept. */
export const longestLetterBytes = 25 * 1024 * 1024
/** So many bytes of a file travel in one call. */
export const filePieceBytes = 4 * 1024 * 1024
/** A mailbox that cannot be reached for so long asks for attention. */
export const silentAfterMs = 30 * 60_000
