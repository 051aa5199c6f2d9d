/** How long the longest foreseen reception lasts, from the regulation, and how dense its recording is. */
export interface ReceptionSize {
  readonly talkMs: number
  readonly extensionMs: number
  /** For the notice that runs on, the goodbye, a slow stop. */
  readonly marginMs: number
  readonly bitsPerSecond: number
}

/** The raw parts and the sealed file lie side by side until the slip is written. */
const copiesWhileSealing = 2

/** Bytes one reception needs on the disk, raw parts and sealed file together. */
export function bytesPerReception({ talkMs, extensionMs, marginMs, bitsPerSecond }: ReceptionSize): number {
  return Math.ceil(((talkMs + extensionMs + marginMs) / 1000) * (bitsPerSecond / 8)) * copiesWhileSealing
}

/** How many whole receptions still fit. */
export function roomInReceptions(freeBytes: number, perReceptionBytes: number): number {
  return perReceptionBytes > 0 ? Math.max(0, Math.floor(freeBytes / perReceptionBytes)) : 0
}

export interface RecordedSize {
  readonly byteLength: number
  readonly durationMs: number
}

/** Bits per second of recent recordings taken together; what the encoder was told where there are none. */
export function bitrateToday(
  recent: readonly RecordedSize[],
  encoder: { readonly videoBitsPerSecond: number; readonly audioBitsPerSecond: number },
): number {
  const durationMs = recent.reduce((sum, recording) => sum + recording.durationMs, 0)
  const byteLength = recent.reduce((sum, recording) => sum + recording.byteLength, 0)
  return durationMs > 0 && byteLength > 0
    ? (byteLength * 8 * 1000) / durationMs
    : encoder.videoBitsPerSecond + encoder.audioBitsPerSecond
}

/**
 * Bytes still needed to bring a running recording to its seal: what is left of its own room, and never less than the
 * sealed copy of what is there already.
 */
export function bytesStillNeeded(perReceptionBytes: number, writtenBytes: number): number {
  return Math.max(perReceptionBytes - writtenBytes, writtenBytes)
}
