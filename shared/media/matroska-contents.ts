/** One track as its header states it; `kind` from TrackType. */
export interface MatroskaTrack {
  readonly number: number
  readonly kind: 'video' | 'audio' | 'other'
  readonly codecId: string
}

export interface MatroskaCluster {
  /** Where the cluster element begins in the file. */
  readonly offset: number
  readonly timecodeMs: number
  /** Its first video block is a key frame: a decoder may begin here. */
  readonly startsWithKeyFrame: boolean
}

export interface MatroskaBlock {
  readonly track: number
  readonly kind: MatroskaTrack['kind']
  readonly timeMs: number
  readonly keyFrame: boolean
  /** Frames laced into the block; 1 without lacing, 0 of an empty block, which no decoder takes for a picture. */
  readonly frames: number
  readonly endOffset: number
  /** Bytes of the frame, only where payloads were asked for. */
  readonly payload: Uint8Array | null
}

export interface MatroskaListeners {
  readonly onCluster?: (cluster: MatroskaCluster) => void
  readonly onBlock?: (block: MatroskaBlock) => void
  /** Bytes that are no Matroska; the walk goes on at the next cluster. */
  readonly onDamage?: (offset: number) => void
  readonly withPayload?: boolean
}

export interface MatroskaSummary {
  /** Bytes before the first cluster: what a decoder needs in front of any range; null until it is known. */
  readonly headerLength: number | null
  readonly tracks: readonly MatroskaTrack[]
  /** Duration from the header; null in live files. */
  readonly durationMs: number | null
  /** End of the last whole block: a file cut here is cleanly cut. */
  readonly wholeUntil: number
  /** Time of the last whole block per track number. */
  readonly lastTimeMs: ReadonlyMap<number, number>
  readonly damages: number
  /** Bytes handed in so far, counted from the start of the file. */
  readonly position: number
}

export interface MatroskaWalker {
  /** The next bytes of the file, any number of them. Never throws on content. */
  push(bytes: Uint8Array): void
  summary(): MatroskaSummary
  /** Goes on at `offset`, where a cluster must begin; what is known of the tracks stays. */
  jumpToCluster(offset: number): void
}
