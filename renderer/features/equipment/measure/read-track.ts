interface ReadTrackOptions<Piece> {
  readonly track: MediaStreamTrack
  readonly durationMs: number
  readonly signal: AbortSignal
  /** True = enough, before the time is over. */
  readonly onPiece: (piece: Piece) => boolean | undefined
}

/** A processor that gave nothing for this long is made anew on a clone; some never wake up (frame-pump.ts). */
const kickAfterMs = 500

/** Hands on what a track gives for a while. Resolves at the end of the time, of the track, or when it is enough. */
export async function readTrack<Piece extends { close(): void }>(options: ReadTrackOptions<Piece>): Promise<number> {
  const endsAtMs = performance.now() + options.durationMs
  let pieces = 0
  while (performance.now() < endsAtMs && pieces === 0 && !options.signal.aborted) {
    const clone = options.track.clone()
    const { readable } = new MediaStreamTrackProcessor({ track: clone })
    const reader = (readable as unknown as ReadableStream<Piece>).getReader()
    try {
      pieces = await readPieces(reader, options, endsAtMs)
    } finally {
      await reader.cancel().catch(() => undefined)
      clone.stop()
    }
  }
  return pieces
}

async function readPieces<Piece extends { close(): void }>(
  reader: ReadableStreamDefaultReader<Piece>,
  { signal, onPiece }: ReadTrackOptions<Piece>,
  endsAtMs: number,
): Promise<number> {
  let pieces = 0
  for (;;) {
    const nowMs = performance.now()
    const waitMs = pieces === 0 ? Math.min(kickAfterMs, endsAtMs - nowMs) : endsAtMs - nowMs
    if (waitMs <= 0 || signal.aborted) return pieces
    const next = await Promise.race([reader.read(), pause(waitMs, signal)])
    if (next === null || next.done) return pieces
    pieces += 1
    try {
      if (onPiece(next.value) === true) return pieces
    } finally {
      next.value.close()
    }
  }
}

/** Resolves with null after a while, or at once when stopped. */
export function pause(durationMs: number, signal: AbortSignal): Promise<null> {
  return new Promise(resolve => {
    const timer = setTimeout(finish, durationMs)
    signal.addEventListener('abort', finish, { once: true })
    function finish(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve(null)
    }
  })
}
