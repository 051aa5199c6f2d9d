/**
 * One chunk of encoded media on its way from the recorder page to the sink.
 *
 * | offset | bytes | is |
 * | 0 | 4 | "VPC1" |
 * | 4 | 16 | recording id |
 * | 20 | 4 | part number, big endian |
 * | 24 | 4 | sequence in the part from 0, big endian |
 * | 28 | 32 | SHA-256 of the payload |
 * | 60 | … | payload |
 */
export interface ChunkFrame {
  readonly recordingId: string
  readonly partNumber: number
  readonly sequence: number
  /** SHA-256 of the payload as the page computed it, 32 bytes. */
  readonly sha256: Uint8Array
  readonly payload: Uint8Array
}

const magic = [0x56, 0x50, 0x43, 0x31] as const
export const chunkHeaderBytes = 60

/** Packs a chunk for the wire. */
export function encodeChunkFrame(chunk: ChunkFrame): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(chunkHeaderBytes + chunk.payload.byteLength)
  const view = new DataView(frame.buffer)
  frame.set(magic, 0)
  frame.set(uuidBytes(chunk.recordingId), 4)
  view.setUint32(20, chunk.partNumber)
  view.setUint32(24, chunk.sequence)
  frame.set(chunk.sha256, 28)
  frame.set(chunk.payload, chunkHeaderBytes)
  return frame
}

/** Unpacks a chunk; null where the bytes are not a chunk frame. The payload is a view, not a copy. */
export function decodeChunkFrame(frame: Uint8Array): ChunkFrame | null {
  if (frame.byteLength < chunkHeaderBytes || magic.some((byte, index) => frame[index] !== byte)) return null
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  return {
    recordingId: uuidText(frame.subarray(4, 20)),
    partNumber: view.getUint32(20),
    sequence: view.getUint32(24),
    sha256: frame.subarray(28, chunkHeaderBytes),
    payload: frame.subarray(chunkHeaderBytes),
  }
}

function uuidBytes(uuid: string): Uint8Array {
  const hex = uuid.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new Error('A recording id is a UUID')
  return Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16))
}

function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
