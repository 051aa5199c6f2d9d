import { inflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip.ts'
import { packedBytesOf, zipDirectory } from './zip-directory.ts'

/** Far more than a sheet of the journal of a year. */
const longestPartBytes = 64 * 1024 * 1024

/** The files of a zip archive that the program itself made of texts. @throws for anything else. */
export function unzipTexts(archive: Buffer): readonly ZipEntry[] {
  const places = zipDirectory(archive)
  if (places === null) throw new Error('no zip archive')
  return places
    .filter(({ name }) => !name.endsWith('/'))
    .map(place => {
      const { name, isDeflated, inflatedBytes } = place
      const packed = packedBytesOf(archive, place)
      if (packed === null) throw new Error('the archive is cut off')
      // Its directory says how large it becomes; whatever goes on after that is not what was packed.
      const most = Math.min(inflatedBytes + 1, longestPartBytes)
      const bytes = isDeflated ? inflateRawSync(packed, { maxOutputLength: most }) : packed
      if (bytes.length > longestPartBytes) throw new Error('a part of the archive is too large')
      return { name, text: bytes.toString('utf8') }
    })
}
