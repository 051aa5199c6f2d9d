import { makeMatroskaWalker } from './matroska.ts'
import type { MatroskaBlock, MatroskaSummary } from './matroska-contents.ts'

/** Bytes a decoder can read on their own once the header stands before them. Times are of the part. */
export interface FoundRange {
  readonly fromByte: number
  readonly toByte: number
  readonly fromMs: number
  readonly toMs: number
  readonly videoBlocks: number
  /** Places in it that are no Matroska. */
  readonly damages: number
}

interface Boundary {
  readonly byte: number
  readonly timeMs: number
  readonly videoBlocks: number
  readonly damages: number
}

export interface RangeFinder {
  push(bytes: Uint8Array): void
  /** The next closed range, from key frame to key frame, of at most about `longestMs`; null where none is closed. */
  nextClosed(): FoundRange | null
  /** What is left after the last closed range up to the last whole block: the tail of a finished file. */
  rest(): FoundRange | null
  /** Leaves out what ends at `byte` where a range may begin there; false (and nothing left out) where none may. */
  skipTo(byte: number): boolean
  /** Goes on at a byte where a range ended before; the header must have been pushed. */
  resumeAt(byte: number, timeMs: number): void
  summary(): MatroskaSummary
}

/** Finds the ranges of a growing live WebM that can be decoded alone. Memory grows with the unread boundaries only. */
export function makeRangeFinder(options: { longestMs: number; onBlock?: (block: MatroskaBlock) => void }): RangeFinder {
  let boundaries: Boundary[] = []
  let start: Boundary | null = null
  let videoBlocks = 0
  let damages = 0
  let latestMs = 0
  const walker = makeMatroskaWalker({
    onCluster(cluster) {
      const boundary = { byte: cluster.offset, timeMs: cluster.timecodeMs, videoBlocks, damages }
      // The first cluster begins the first range whatever it holds.
      if (start === null) start = boundary
      else if (cluster.startsWithKeyFrame) boundaries.push(boundary)
    },
    onBlock(block) {
      if (block.kind === 'video' && block.frames > 0) videoBlocks += 1
      latestMs = Math.max(latestMs, block.timeMs)
      options.onBlock?.(block)
    },
    onDamage() {
      damages += 1
    },
  })

  const between = (from: Boundary, to: Boundary): FoundRange => ({
    fromByte: from.byte,
    toByte: to.byte,
    fromMs: from.timeMs,
    toMs: to.timeMs,
    videoBlocks: to.videoBlocks - from.videoBlocks,
    damages: to.damages - from.damages,
  })

  return {
    push: bytes => walker.push(bytes),
    nextClosed() {
      const from = start
      const nearest = boundaries[0]
      if (from === null || nearest === undefined) return null
      const within = boundaries.filter(boundary => boundary.timeMs - from.timeMs <= options.longestMs)
      const to = within.at(-1) ?? nearest
      boundaries = boundaries.filter(boundary => boundary.byte > to.byte)
      start = to
      return between(from, to)
    },
    rest() {
      const from = start
      const { wholeUntil } = walker.summary()
      if (from === null || wholeUntil <= from.byte) return null
      start = null
      boundaries = []
      return between(from, { byte: wholeUntil, timeMs: latestMs, videoBlocks, damages })
    },
    skipTo(byte) {
      const found = boundaries.find(boundary => boundary.byte === byte)
      if (found === undefined) return false
      start = found
      boundaries = boundaries.filter(boundary => boundary.byte > byte)
      return true
    },
    resumeAt(byte, timeMs) {
      walker.jumpToCluster(byte)
      start = { byte, timeMs, videoBlocks, damages }
      boundaries = []
    },
    summary: () => walker.summary(),
  }
}
