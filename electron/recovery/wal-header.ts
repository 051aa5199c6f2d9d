import { closeSync, openSync, readSync, statSync } from 'node:fs'

const headerBytes = 32
/** The last bit says in which byte order the checksums stand. */
const magicLittleEndian = 0x377f0682
const magicBigEndian = 0x377f0683

/** Whether nothing is left to be written into the database: whoever closed it in order took the log with him. */
export const isWalEmpty = (databasePath: string): boolean => walBytes(databasePath) === 0

const walBytes = (databasePath: string): number => statSync(`${databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0

/**
 * Whether the write-ahead log beside a database is one of SQLite's; a missing or empty one is. SQLite itself passes over
 * a log whose header does not fit, without a word, and with it over every change that had not reached the file yet.
 * @see https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function isWalReadable(databasePath: string): boolean {
  const path = `${databasePath}-wal`
  const size = walBytes(databasePath)
  if (size === 0) return true
  if (size < headerBytes) return false
  const header = Buffer.alloc(headerBytes)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, headerBytes, 0)
  } finally {
    closeSync(file)
  }
  const magic = header.readUInt32BE(0)
  if (magic !== magicLittleEndian && magic !== magicBigEndian) return false
  const word = (at: number): number => (magic === magicBigEndian ? header.readUInt32BE(at) : header.readUInt32LE(at))
  let first = 0
  let second = 0
  for (let at = 0; at < 24; at += 8) {
    first = (first + word(at) + second) >>> 0
    second = (second + word(at + 4) + first) >>> 0
  }
  return header.readUInt32BE(24) === first && header.readUInt32BE(28) === second
}
