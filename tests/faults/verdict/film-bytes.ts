import type { Take } from '../../integration/recording-proof/recording-folder.ts'

/** A block of a film, its own bytes and its place; times are of the film. */
interface Block {
  readonly bytes: Buffer
  readonly clusterMs: number
  readonly timeMs: number
  readonly kind: 'picture' | 'sound'
}

export interface Film {
  readonly header: Buffer
  readonly blocks: readonly Block[]
  readonly durationMs: number
  readonly mimeType: string
}

const clusterId = 0x1f43b675
const segmentId = 0x18538067
const timecodeId = 0xe7
const simpleBlockId = 0xa3
const blockGroupId = 0xa0

/** The head of the element at `at`: its id, where its data begins and how long it is. */
function headAt(bytes: Buffer, at: number): { id: number; from: number; size: number } {
  const idLength = Math.clz32((bytes[at] ?? 0) << 24) + 1
  const sizeAt = at + idLength
  const sizeLength = Math.clz32((bytes[sizeAt] ?? 0) << 24) + 1
  const marked = BigInt(`0x${bytes.subarray(sizeAt, sizeAt + sizeLength).toString('hex')}`)
  const size = Number(marked & (2n ** BigInt(7 * sizeLength) - 1n))
  return { id: bytes.readUIntBE(at, idLength), from: sizeAt + sizeLength, size }
}

/** Takes a live film of our encoder apart, block by block, without changing a byte of any. */
export function filmOf({ bytes, durationMs, mimeType }: Take, pictureTrack: number): Film {
  const blocks: Block[] = []
  let header: Buffer | null = null
  let clusterMs = 0
  let at = 0
  while (at < bytes.length) {
    const start = at
    const { id, from, size } = headAt(bytes, at)
    if (id === clusterId) header ??= bytes.subarray(0, start)
    at = id === segmentId || id === clusterId ? from : from + size
    if (id === timecodeId) clusterMs = bytes.readUIntBE(from, size)
    if (id !== simpleBlockId && id !== blockGroupId) continue
    const data = id === blockGroupId ? headAt(bytes, from).from : from
    blocks.push({
      bytes: bytes.subarray(start, at),
      clusterMs,
      timeMs: clusterMs + bytes.readInt16BE(data + 1),
      kind: (bytes[data] ?? 0) - 0x80 === pictureTrack ? 'picture' : 'sound',
    })
  }
  if (header === null) throw new Error('A film without a cluster')
  return { header, blocks, durationMs, mimeType }
}

/** The film `times` times over, one behind the other. */
export function repeated(film: Film, times: number): Film {
  const lengthMs = Math.max(...film.blocks.map(({ timeMs }) => timeMs)) + 40
  const blocks = Array.from({ length: times }, (_, round) =>
    film.blocks.map(block => ({
      ...block,
      clusterMs: block.clusterMs + round * lengthMs,
      timeMs: block.timeMs + round * lengthMs,
    })),
  ).flat()
  return { ...film, blocks, durationMs: lengthMs * times }
}

export const withoutBlocks = (film: Film, isGone: (block: Block) => boolean): Film => ({
  ...film,
  blocks: film.blocks.filter(block => !isGone(block)),
})

/** The film with a block of that kind more that holds nothing, there where the share of the film is over. */
export function emptied(film: Film, kind: Block['kind'], share: number): Film {
  const at = film.blocks.findIndex(block => block.kind === kind && block.timeMs >= film.durationMs * share)
  const block = film.blocks[at]
  if (!block) throw new Error('A film without that block')
  const isGroup = headAt(block.bytes, 0).id === blockGroupId
  const from = isGroup ? headAt(block.bytes, headAt(block.bytes, 0).from).from : headAt(block.bytes, 0).from
  // Track, time and flags: four bytes, and nothing behind them.
  const bytes = Buffer.concat([Buffer.from([simpleBlockId, 0x84]), block.bytes.subarray(from, from + 4)])
  return { ...film, blocks: film.blocks.toSpliced(at, 0, { ...block, bytes }) }
}

/** The film as the recorder page hands it over: chunks of half a second, each on the disk a moment later. */
export function takeOf(film: Film): Take {
  const pieces: { bytes: Buffer; timeMs: number }[] = [{ bytes: film.header, timeMs: 0 }]
  let clusterMs: number | null = null
  for (const block of film.blocks) {
    if (block.clusterMs !== clusterMs) {
      clusterMs = block.clusterMs
      const timecode = Buffer.alloc(4)
      timecode.writeUInt32BE(clusterMs)
      const head = [Buffer.from('1f43b67501ffffffffffffff', 'hex'), Buffer.from('e784', 'hex'), timecode]
      pieces.push({ bytes: Buffer.concat(head), timeMs: block.timeMs })
    }
    pieces.push({ bytes: block.bytes, timeMs: block.timeMs })
  }
  const chunks: { afterMs: number; byteLength: number }[] = []
  let latestMs = 0
  for (const { bytes, timeMs } of pieces) {
    latestMs = Math.max(latestMs, timeMs)
    const index = Math.floor(latestMs / 500)
    while (chunks.length <= index) chunks.push({ afterMs: (chunks.length + 1) * 500, byteLength: 0 })
    const chunk = chunks[index]
    if (chunk) chunks[index] = { ...chunk, byteLength: chunk.byteLength + bytes.length }
  }
  return {
    bytes: Buffer.concat(pieces.map(piece => piece.bytes)),
    mimeType: film.mimeType,
    durationMs: film.durationMs,
    chunks: chunks.filter(chunk => chunk.byteLength > 0),
  }
}
