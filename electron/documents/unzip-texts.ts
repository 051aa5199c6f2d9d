import { inflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip.ts'

const entry = 0x02014b50
const endBytes = 22

/** The files of a zip archive without a comment that the program itself made of texts. @throws for anything else. */
export function unzipTexts(archive: Buffer): readonly ZipEntry[] {
  const end = archive.length - endBytes
  const files: ZipEntry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < archive.readUInt16LE(end + 10); index += 1) {
    if (archive.readUInt32LE(at) !== entry) throw new Error('no entry of a zip archive')
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map(field => archive.readUInt16LE(at + field))
    const nameEnd = at + 46 + (nameBytes ?? 0)
    const name = archive.toString('utf8', at + 46, nameEnd)
    const local = archive.readUInt32LE(at + 42)
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(begin, begin + archive.readUInt32LE(at + 20))
    const bytes = archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    if (!name.endsWith('/')) files.push({ name, text: bytes.toString('utf8') })
    at = nameEnd + (extraBytes ?? 0) + (commentBytes ?? 0)
  }
  return files
}
