import { inflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip.ts'
import { zipDirectory } from './zip-directory.ts'

/** The files of a zip archive that the program itself made of texts. @throws for anything else. */
export function unzipTexts(archive: Buffer): readonly ZipEntry[] {
  const places = zipDirectory(archive)
  if (places === null) throw new Error('no zip archive')
  return places
    .filter(({ name }) => !name.endsWith('/'))
    .map(({ name, isDeflated, packedBytes, offset }) => {
      const begin = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
      const packed = archive.subarray(begin, begin + packedBytes)
      return { name, text: (isDeflated ? inflateRawSync(packed) : packed).toString('utf8') }
    })
}
