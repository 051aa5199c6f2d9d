/** Of one file, bytes; both files of a decision together stay below the longest message of the wire. */
export const longestSignedFileBytes = 10 * 1024 * 1024
export const longestSignatureBytes = 512 * 1024
