import { type FileHandle, stat } from 'node:fs/promises'
import { FileReplacedError } from './write-failure.ts'

/**
 * Bytes written into a file that lost its name, or whose name is another's now, are as good as lost: rejects with
 * FileReplacedError where `path` is not the opened file any more, or shorter than `byteLength`. A file system without
 * file numbers (0) is asked for the length only.
 */
export async function refuseOtherFile(opened: FileHandle, path: string, byteLength: number): Promise<void> {
  const ours = await opened.stat({ bigint: true })
  const named = await stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new FileReplacedError('the file is gone')
    throw error
  })
  const isSame = ours.ino === 0n || (ours.ino === named.ino && ours.dev === named.dev)
  if (!isSame || ours.nlink === 0n) throw new FileReplacedError('the file is another one')
  if (named.size < BigInt(byteLength)) throw new FileReplacedError('the file was cut')
}
