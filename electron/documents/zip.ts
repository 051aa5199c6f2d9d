import { once } from 'node:events'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** Plain ASCII, `/` between folders. */
  readonly name: string
  readonly text: string
}

/** An entry whose text is made while it is packed. */
export interface ZipStreamEntry {
  readonly name: string
  readonly texts: Iterable<string> | AsyncIterable<string>
}

const version = 20
const deflated = 8
/** Sizes and checksum follow the bytes: they are not known before. */
const sizesFollow = 0x0008
/** 1 January 1980, the first day zip knows: the same content gives the same bytes. */
const noDate = 0x21
const longestBytes = 0xffffffff

/** A zip archive of texts, small enough for memory. @throws for a name that is not plain. */
export function zipTexts(entries: readonly ZipEntry[]): Buffer {
  const directory = makeDirectory()
  const local = entries.map(({ name, text }) => {
    const raw = Buffer.from(text, 'utf8')
    const packed = deflateRawSync(raw)
    const facts = { name, flags: 0, crc: crc32(raw), packed: packed.length, raw: raw.length }
    const bytes = Buffer.concat([localHeader(facts), packed])
    directory.add(facts, bytes.length)
    return bytes
  })
  return Buffer.concat([...local, directory.bytes()])
}

/**
 * A zip archive piece by piece: neither an entry nor the archive is ever held whole. Who stops reading stops the texts.
 * @throws for a name that is not plain, and for an entry of more than 4 GB.
 */
export async function* zipPieces(entries: readonly ZipStreamEntry[]): AsyncGenerator<Buffer, void> {
  const directory = makeDirectory()
  for (const { name, texts } of entries) {
    const facts = { name, flags: sizesFollow, crc: 0, packed: 0, raw: 0 }
    const head = localHeader(facts)
    yield head
    const packer = createDeflateRaw()
    const leftEarly = new AbortController()
    const feeding = feed()
    // The reader hears of it from the packer it reads.
    feeding.catch(error => packer.destroy(error))
    try {
      for await (const piece of packer) {
        facts.packed += (piece as Buffer).length
        yield piece as Buffer
      }
      await feeding
    } finally {
      leftEarly.abort()
      packer.destroy()
    }
    if (facts.raw > longestBytes || facts.packed > longestBytes) throw new Error('A zip entry holds up to 4 GB')
    const sizes = sizesAfter(facts)
    yield sizes
    directory.add(facts, head.length + facts.packed + sizes.length)

    async function feed(): Promise<void> {
      for await (const text of texts) {
        leftEarly.signal.throwIfAborted()
        const bytes = Buffer.from(text, 'utf8')
        facts.crc = crc32(bytes, facts.crc)
        facts.raw += bytes.length
        if (!packer.write(bytes)) await once(packer, 'drain', { signal: leftEarly.signal })
      }
      packer.end()
    }
  }
  yield directory.bytes()
}

interface EntryFacts {
  readonly name: string
  readonly flags: number
  readonly crc: number
  readonly packed: number
  readonly raw: number
}

/** What the local header and the directory have in common. */
function fieldsOf({ name, flags, crc, packed, raw }: EntryFacts): Buffer {
  if (!/^[A-Za-z0-9_.[\]-]+(\/[A-Za-z0-9_.-]+)*$/.test(name) || name.includes('..'))
    throw new Error('A zip entry needs a plain name')
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(version, 0)
  fields.writeUInt16LE(flags, 2)
  fields.writeUInt16LE(deflated, 4)
  fields.writeUInt16LE(noDate, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packed, 14)
  fields.writeUInt32LE(raw, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const localHeader = (facts: EntryFacts): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04'), fieldsOf(facts), Buffer.from(facts.name)])

function sizesAfter({ crc, packed, raw }: EntryFacts): Buffer {
  const sizes = Buffer.alloc(16)
  sizes.write('PK\x07\x08', 'latin1')
  sizes.writeUInt32LE(crc, 4)
  sizes.writeUInt32LE(packed, 8)
  sizes.writeUInt32LE(raw, 12)
  return sizes
}

/** The central directory: what stands where, at the end of the archive. */
function makeDirectory() {
  const central: Buffer[] = []
  let offset = 0
  return {
    add(facts: EntryFacts, byteLength: number): void {
      const rest = Buffer.alloc(14)
      rest.writeUInt32LE(offset, 10)
      const head = [Buffer.from('PK\x01\x02'), Buffer.from([version, 0])]
      central.push(Buffer.concat([...head, fieldsOf(facts), rest, Buffer.from(facts.name)]))
      offset += byteLength
    },
    bytes(): Buffer {
      const entries = Buffer.concat(central)
      const end = Buffer.alloc(18)
      end.writeUInt16LE(central.length, 4)
      end.writeUInt16LE(central.length, 6)
      end.writeUInt32LE(entries.length, 8)
      end.writeUInt32LE(offset, 12)
      return Buffer.concat([entries, Buffer.from('PK\x05\x06'), end])
    },
  }
}
