import { crc32, inflateRawSync } from 'node:zlib'

/** Reads an archive by its central directory, as programs do; throws where a checksum is wrong. */
export function readZip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf('PK\x05\x06')
  const files = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, length] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const raw = inflateRawSync(bytes.subarray(from, from + packed))
    if (crc32(raw) !== bytes.readUInt32LE(at + 16)) throw new Error(`checksum of ${name}`)
    files.set(name, raw.toString('utf8'))
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return files
}
