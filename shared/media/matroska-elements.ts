/** Element ids this product reads or must recognise (RFC 9559). */
export const elementIds = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  info: 0x1549a966,
  timecodeScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  codecId: 0x86,
  cluster: 0x1f43b675,
  timecode: 0xe7,
  position: 0xa7,
  previousSize: 0xab,
  silentTracks: 0x5854,
  simpleBlock: 0xa3,
  encryptedBlock: 0xaf,
  blockGroup: 0xa0,
  block: 0xa1,
  referenceBlock: 0xfb,
  cues: 0x1c53bb6b,
  chapters: 0x1043a770,
  attachments: 0x1941a469,
  tags: 0x1254c367,
  void: 0xec,
  crc: 0xbf,
} as const

/** Elements that are opened, not skipped. */
export const masters: ReadonlySet<number> = new Set([
  elementIds.segment,
  elementIds.info,
  elementIds.tracks,
  elementIds.trackEntry,
  elementIds.cluster,
  elementIds.blockGroup,
])

const topLevel: ReadonlySet<number> = new Set([
  elementIds.ebml,
  elementIds.segment,
  elementIds.seekHead,
  elementIds.info,
  elementIds.tracks,
  elementIds.cluster,
  elementIds.cues,
  elementIds.chapters,
  elementIds.attachments,
  elementIds.tags,
])

const clusterChildren: ReadonlySet<number> = new Set([
  elementIds.timecode,
  elementIds.position,
  elementIds.previousSize,
  elementIds.silentTracks,
  elementIds.simpleBlock,
  elementIds.encryptedBlock,
  elementIds.blockGroup,
  elementIds.void,
  elementIds.crc,
])

/** May this element stand right inside a segment (or begin a new one)? */
export const isTopLevel = (id: number): boolean => topLevel.has(id)
/** May this element stand right inside a cluster? Anything else there is damage, not an extension. */
export const isClusterChild = (id: number): boolean => clusterChildren.has(id)

interface VariableNumber {
  /** null: all value bits are set, which means "unknown". */
  readonly value: number | null
  readonly length: number
}

/** Reads a variable-length number; null = more bytes needed. Values beyond 2^53 are damage, not sizes. */
function variableNumber(bytes: Uint8Array, from: number): VariableNumber | 'damaged' | null {
  const first = bytes[from]
  if (first === undefined) return null
  const length = Math.clz32(first) - 23
  if (length > 8) return 'damaged'
  if (from + length > bytes.length) return null
  let value = first & (0xff >> length)
  let unknown = value === 0xff >> length
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[from + index] ?? 0
    value = value * 256 + byte
    unknown &&= byte === 0xff
  }
  if (unknown) return { value: null, length }
  return value > Number.MAX_SAFE_INTEGER ? 'damaged' : { value, length }
}

interface ElementHead {
  readonly id: number
  /** null = unknown size. */
  readonly size: number | null
  readonly length: number
}

/** Reads an element's id and size; null = more bytes needed. */
function readHead(bytes: Uint8Array, from: number): ElementHead | 'damaged' | null {
  const first = bytes[from]
  if (first === undefined) return null
  const idLength = Math.clz32(first) - 23
  if (idLength > 4) return 'damaged'
  if (from + idLength > bytes.length) return null
  let id = 0
  for (let index = 0; index < idLength; index += 1) id = id * 256 + (bytes[from + index] ?? 0)
  const size = variableNumber(bytes, from + idLength)
  if (size === null || size === 'damaged') return size
  return { id, size: size.value, length: idLength + size.length }
}

export const elementHead = { read: readHead, number: variableNumber }

/** Big-endian unsigned value of up to 8 bytes. */
export const readUnsigned = (bytes: Uint8Array): number =>
  bytes.subarray(0, 8).reduce((value, byte) => value * 256 + byte, 0)

/** What may stand outside of the segment. */
export const rootElements: ReadonlySet<number> = new Set([elementIds.ebml, elementIds.segment, elementIds.void])

/** Small elements whose value is read. */
export const leaves: ReadonlySet<number> = new Set([
  elementIds.timecode,
  elementIds.timecodeScale,
  elementIds.trackNumber,
  elementIds.trackType,
  elementIds.codecId,
  elementIds.duration,
])
