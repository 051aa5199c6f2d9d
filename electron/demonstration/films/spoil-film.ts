import { open } from 'node:fs/promises'

/** Changes one byte in the middle of a file, as a failing disk or a hand would. */
export async function alterOneByte(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    const at = Math.floor(size / 2)
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at)
    await file.write(Buffer.from([(buffer[0] ?? 0) ^ 0xff]), 0, 1, at)
    await file.sync()
  } finally {
    await file.close()
  }
}
