import { statfs } from 'node:fs/promises'

/** Bytes an ordinary process may still write on the disk that holds `directory`. Rejects where the disk is gone. */
export async function freeBytes(directory: string): Promise<number> {
  const disk = await statfs(directory)
  return disk.bavail * disk.bsize
}
