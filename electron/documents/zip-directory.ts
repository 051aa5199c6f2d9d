const entry = 0x02014b50
const end = 0x06054b50
const endBytes = 22
const entryBytes = 46
/** Of the head before each file, without its name. */
const headBytes = 30
const longestComment = 0xffff

/** A file of a zip archive, as the directory at its end tells of it. */
export interface ZipPlace {
  readonly name: string
  readonly isDeflated: boolean
  readonly packedBytes: number
  /** As the archive says: nothing is unpacked for it. */
  readonly inflatedBytes: number
  /** Where its own head begins. */
  readonly offset: number
}

/** What lies in a zip archive; null where it is none. */
export function zipDirectory(archive: Buffer): readonly ZipPlace[] | null {
  const lowest = Math.max(0, archive.length - endBytes - longestComment)
  let endAt = archive.length - endBytes
  while (endAt >= lowest && archive.readUInt32LE(endAt) !== end) endAt -= 1
  if (endAt < lowest) return null
  // Another reader would follow them to a directory of larger numbers, and see another archive than we do.
  const halves = [4, 6, 8, 10].map(field => archive.readUInt16LE(endAt + field))
  const wholes = [12, 16].map(field => archive.readUInt32LE(endAt + field))
  if (halves.includes(0xffff) || wholes.includes(0xffffffff)) return null
  const count = archive.readUInt16LE(endAt + 10)
  const places: ZipPlace[] = []
  let at = archive.readUInt32LE(endAt + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + entryBytes > archive.length || archive.readUInt32LE(at) !== entry) return null
    const nameEnd = at + entryBytes + archive.readUInt16LE(at + 28)
    places.push({
      name: archive.toString('utf8', at + entryBytes, nameEnd),
      isDeflated: archive.readUInt16LE(at + 10) !== 0,
      packedBytes: archive.readUInt32LE(at + 20),
      inflatedBytes: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    })
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return places
}

/** The bytes of a file as they lie packed; null where the archive ends before them. */
export function packedBytesOf(archive: Buffer, { packedBytes, offset }: ZipPlace): Buffer | null {
  if (offset + headBytes > archive.length) return null
  const begin = offset + headBytes + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  return begin + packedBytes > archive.length ? null : archive.subarray(begin, begin + packedBytes)
}
