import { inflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip.ts'
import { zipDirectory } from './zip-directory.ts'

/** Far more than a sheet of the journal of a year. */
const longestPartBytes = 64 * 1024 * 1024

/** The files of a zip archive that the program itself made of texts. @throws for anything else. */
export function unzipTexts(archive: Buffer): readonly ZipEntry[] {
  const places = zipDirectory(archive)
  if (places === null) throw new Error('no zip archive')
  return places
    .filter(({ name }) => !name.endsWith('/'))
    .map(({ name, isDeflated, packedBytes, inflatedBytes, offset }) => {
      const begin = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
      const packed = archive.subarray(begin, begin + packedBytes)
      // Its directory says how large it becomes; whatever goes on after that is not what was packed.
      const most = Math.min(inflatedBytes + 1, longestPartBytes)
      const bytes = isDeflated ? inflateRawSync(packed, { maxOutputLength: most }) : packed
      if (bytes.length > longestPartBytes) throw new Error('a part of the archive is too large')
      return { name, text: bytes.toString('utf8') }
    })
}
