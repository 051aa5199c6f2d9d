const entry = 0x02014b50
const end = 0x06054b50
const endBytes = 22
const longestComment = 0xffff

/** How large a zip archive says its files are in all; null where it is none. Nothing is unpacked for it. */
export function inflatedBytes(archive: Buffer): number | null {
  const lowest = Math.max(0, archive.length - endBytes - longestComment)
  let at = archive.length - endBytes
  while (at >= lowest && archive.readUInt32LE(at) !== end) at -= 1
  if (at < lowest || archive.length < endBytes) return null
  const entries = archive.readUInt16LE(at + 10)
  let total = 0
  let offset = archive.readUInt32LE(at + 16)
  for (let index = 0; index < entries; index += 1) {
    if (offset + 46 > archive.length || archive.readUInt32LE(offset) !== entry) return null
    total += archive.readUInt32LE(offset + 24)
    offset +=
      46 + archive.readUInt16LE(offset + 28) + archive.readUInt16LE(offset + 30) + archive.readUInt16LE(offset + 32)
  }
  return total
}
