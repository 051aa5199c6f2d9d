import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** Plain ASCII, `/` between folders. */
  readonly name: string
  readonly text: string
}

const version = 20
const deflated = 8
/** 1 January 1980, the first day zip knows: the same content gives the same bytes. */
const noDate = 0x21

/** A zip archive of texts, small enough for memory. @throws for a name that is not plain. */
export function zipTexts(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, text } of entries) {
    if (!/^[A-Za-z0-9_.[\]-]+(\/[A-Za-z0-9_.-]+)*$/.test(name) || name.includes('..'))
      throw new Error('A zip entry needs a plain name')
    const raw = Buffer.from(text, 'utf8')
    const packed = deflateRawSync(raw)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(version, 0)
    fields.writeUInt16LE(deflated, 4)
    fields.writeUInt16LE(noDate, 8)
    fields.writeUInt32LE(crc32(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(raw.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([version, 0]), fields, rest, Buffer.from(name)]))
    local.push(head)
    offset += head.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end])
}
