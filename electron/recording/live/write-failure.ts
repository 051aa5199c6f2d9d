import type { WriteFailure } from '../../../shared/recording/slip.ts'

/** The file under the recording is no longer the one that was opened: removed, moved, cut or put in its place by others. */
export class FileReplacedError extends Error {
  override readonly name = 'FileReplacedError'
}

/** System error codes by what they say of the disk; a code in no list is «other». */
const codesOf: Readonly<Record<Exclude<WriteFailure, 'fileReplaced' | 'diskFailed'>, readonly string[]>> = {
  // Windows reports a full quota of a share as EDQUOT, FAT its file limit as EFBIG.
  diskFull: ['ENOSPC', 'EDQUOT', 'EFBIG'],
  diskForbidden: ['EACCES', 'EPERM'],
  diskReadOnly: ['EROFS'],
  // A folder that is no longer there was on a disk or share that left.
  diskGone: [
    'ENOENT',
    'ENODEV',
    'ENXIO',
    'ENOTCONN',
    'ESTALE',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
  ],
}

/** Names the cause of a failed write; what cannot be told is `diskFailed`, never «no space». */
export function writeFailureOf(error: unknown): WriteFailure {
  if (error instanceof FileReplacedError) return 'fileReplaced'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  for (const [failure, codes] of Object.entries(codesOf)) if (codes.includes(code)) return failure as WriteFailure
  return 'diskFailed'
}
