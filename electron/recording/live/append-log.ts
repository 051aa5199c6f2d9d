import { open, readFile } from 'node:fs/promises'
import type * as z from 'zod'
import { flushDirectory } from './durable-files.ts'
import { refuseOtherFile } from './same-file.ts'

/** A file of JSON lines that only grows; a line is on the disk when `append` resolves. */
export interface AppendLog<Line> {
  /**
   * Rejects with the system error where the disk refuses, with FileReplacedError where the file is no longer the one
   * that was opened; the file then ends after its last whole line.
   */
  append(line: Line): Promise<void>
  close(): Promise<void>
}

export interface JsonLines<Line> {
  readonly lines: readonly Line[]
  /** Bytes up to the end of the last whole line: a line torn by a kill lies behind. */
  readonly wholeBytes: number
  /** Whole lines that cannot be read; a sound file has none. */
  readonly unreadable: number
}

/** Opens the log at `path` (0600), creating it where it is missing; a line torn by a kill is cut off first. */
export async function openAppendLog<S extends z.ZodType>(path: string, schema: S): Promise<AppendLog<z.infer<S>>> {
  const file = await open(path, 'a+', 0o600)
  let byteLength = (await readJsonLines(path, schema)).wholeBytes
  await file.truncate(byteLength)
  await file.datasync()
  await flushDirectory(path)
  let tail: Promise<unknown> = Promise.resolve()

  async function write(line: z.infer<S>): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    try {
      await file.appendFile(bytes)
      await file.datasync()
      await refuseOtherFile(file, path, byteLength + bytes.byteLength)
      byteLength += bytes.byteLength
    } catch (error) {
      // Half a line would glue itself to the next one.
      await file.truncate(byteLength).catch(() => undefined)
      throw error
    }
  }

  return {
    append(line) {
      const written = tail.then(() => write(line))
      tail = written.catch(() => undefined)
      return written
    },
    async close() {
      await tail
      await file.close()
    },
  }
}

/** Reads a file of JSON lines; a missing file has none. */
export async function readJsonLines<S extends z.ZodType>(path: string, schema: S): Promise<JsonLines<z.infer<S>>> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1
  const lines: z.infer<S>[] = []
  let unreadable = 0
  for (const text of bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1)) {
    const line = schema.safeParse(parseJson(text))
    if (line.success) lines.push(line.data)
    else unreadable += 1
  }
  return { lines, wholeBytes, unreadable }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
