import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { packedBytesOf, type ZipPlace } from './zip-directory.ts'

const inflate = promisify(inflateRaw)

/**
 * Whether every file of an archive unpacks to exactly what its directory says. The directory is believed by whoever adds
 * its sizes up, so an archive that lies there would be unpacked by a library to whatever it becomes.
 */
export async function unpacksAsListed(archive: Buffer, places: readonly ZipPlace[]): Promise<boolean> {
  for (const place of places) {
    const { isDeflated, inflatedBytes } = place
    const packed = packedBytesOf(archive, place)
    if (packed === null) return false
    const length = isDeflated ? await inflatedLength(packed, inflatedBytes) : packed.length
    if (length !== inflatedBytes) return false
  }
  return true
}

/** null where it is damaged, or goes on beyond what was listed. */
const inflatedLength = (packed: Buffer, mostBytes: number): Promise<number | null> =>
  inflate(packed, { maxOutputLength: Math.max(1, mostBytes) }).then(
    bytes => bytes.length,
    () => null,
  )
