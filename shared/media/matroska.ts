import type { MatroskaListeners, MatroskaTrack, MatroskaWalker } from './matroska-contents.ts'
import {
  elementHead,
  elementIds,
  isClusterChild,
  isTopLevel,
  leaves,
  masters,
  readUnsigned,
  rootElements,
} from './matroska-elements.ts'
import { joined, printable, readFloat } from './matroska-values.ts'

interface Level {
  readonly id: number
  /** Offset of the element's end, null for unknown size. */
  readonly end: number | null
}

type Step =
  | { kind: 'head' }
  | { kind: 'leaf'; id: number; size: number }
  | { kind: 'blockHead'; id: number; size: number }
  | { kind: 'payload'; left: number }
  | { kind: 'skip'; left: number }
  | { kind: 'search' }

/** No real frame comes near this; a larger "block" is noise read as a size. */
const largestBlockBytes = 16 * 1024 * 1024
const largestLeafBytes = 256
/** Segment, cluster, group: real files nest no deeper. */
const deepestLevel = 8
/** Track number (up to 8), time code, flags, lace count. */
const blockHeadBytes = 12

/**
 * Walks a growing WebM or Matroska file: unknown-size segment and clusters, SimpleBlock and BlockGroup. Memory is
 * bounded by one element head, one small leaf and, where asked for, one frame. Bytes that are no Matroska are counted
 * and skipped up to the next cluster, as players do.
 */
export function makeMatroskaWalker(listeners: MatroskaListeners = {}): MatroskaWalker {
  const { onCluster, onBlock, onDamage, withPayload = false } = listeners
  const tracks: MatroskaTrack[] = []
  const lastTimeMs = new Map<number, number>()
  let levels: Level[] = []
  let step: Step = { kind: 'head' }
  let pending = new Uint8Array(0)
  /** Offset in the file of the first byte not yet consumed. */
  let at = 0
  let headerLength: number | null = null
  let durationTicks: number | null = null
  let wholeUntil = 0
  let damages = 0
  let timecodeScale = 1_000_000
  let entry: { number: number; type: number; codecId: string } | null = null
  let cluster: { offset: number; timecode: number; announced: boolean } | null = null
  let group: { block: OpenBlock; referenced: boolean } | null = null
  let block: OpenBlock | null = null

  interface OpenBlock {
    track: number
    kind: MatroskaTrack['kind']
    timeMs: number
    keyFrame: boolean
    frames: number
    endOffset: number
    payload: Uint8Array | null
    filled: number
    /** Inside a BlockGroup: told when the group closes, because ReferenceBlock may follow. */
    grouped: boolean
  }

  const milliseconds = (ticks: number) => (ticks * timecodeScale) / 1_000_000

  function damage(): void {
    damages += 1
    onDamage?.(at)
    closeCluster()
    levels = levels.filter(level => level.id === elementIds.segment)
    entry = null
    group = null
    block = null
    step = { kind: 'search' }
  }

  function announceCluster(startsWithKeyFrame: boolean): void {
    if (cluster === null || cluster.announced) return
    cluster.announced = true
    onCluster?.({ offset: cluster.offset, timecodeMs: milliseconds(cluster.timecode), startsWithKeyFrame })
  }

  function closeCluster(): void {
    announceCluster(false)
    cluster = null
  }

  function tellBlock(open: OpenBlock): void {
    const { filled: _filled, grouped: _grouped, ...told } = open
    if (open.kind === 'video') announceCluster(open.keyFrame)
    lastTimeMs.set(open.track, open.timeMs)
    wholeUntil = open.endOffset
    onBlock?.(told)
  }

  function closeLevel(): void {
    const closed = levels.pop()
    if (closed?.id === elementIds.cluster) closeCluster()
    if (closed?.id === elementIds.trackEntry && entry !== null) {
      if (tracks.length < 64 && !tracks.some(track => track.number === entry?.number)) {
        const kind = entry.type === 1 ? 'video' : entry.type === 2 ? 'audio' : 'other'
        tracks.push({ number: entry.number, kind, codecId: entry.codecId })
      }
      entry = null
    }
    if (closed?.id === elementIds.blockGroup) {
      if (group !== null) tellBlock({ ...group.block, keyFrame: !group.referenced, endOffset: at })
      group = null
    }
  }

  function closeFinishedLevels(): void {
    for (let top = levels.at(-1); top !== undefined && top.end !== null && at >= top.end; top = levels.at(-1))
      closeLevel()
  }

  /** Opens the element whose data begins at `at`; false where no such element can stand here. */
  function openElement(id: number, size: number | null, headAt: number): boolean {
    // A cluster of unknown size ends where an element begins that cannot be inside it.
    while (levels.at(-1)?.end === null && levels.at(-1)?.id === elementIds.cluster && isTopLevel(id)) closeLevel()
    if (id === elementIds.ebml || id === elementIds.segment) {
      while (levels.length > 0) closeLevel()
    }
    const parent = levels.at(-1)
    if (parent?.id === elementIds.cluster && !isClusterChild(id)) return false
    if (parent === undefined && !rootElements.has(id)) return false
    if (size === null && id !== elementIds.segment && id !== elementIds.cluster) return false
    const end = size === null ? null : at + size
    const enclosing = levels.findLast(level => level.end !== null)?.end ?? null
    if (end !== null && enclosing !== null && end > enclosing) return false

    if (id === elementIds.cluster) {
      headerLength ??= headAt
      cluster = { offset: headAt, timecode: 0, announced: false }
    }
    if (id === elementIds.trackEntry) entry = { number: 0, type: 0, codecId: '' }
    if (masters.has(id)) {
      levels.push({ id, end })
      step = { kind: 'head' }
      return levels.length <= deepestLevel
    }
    const length = size ?? 0
    if (id === elementIds.simpleBlock || id === elementIds.block) {
      if (length < 4 || length > largestBlockBytes || cluster === null) return false
      step = { kind: 'blockHead', id, size: length }
    } else if (leaves.has(id)) {
      if (length > largestLeafBytes) return false
      step = { kind: 'leaf', id, size: length }
    } else {
      if (id === elementIds.referenceBlock && group !== null) group.referenced = true
      step = { kind: 'skip', left: length }
    }
    return true
  }

  function readLeaf(id: number, bytes: Uint8Array): void {
    if (id === elementIds.timecode && cluster !== null) cluster.timecode = readUnsigned(bytes)
    else if (id === elementIds.timecodeScale) timecodeScale = readUnsigned(bytes) || 1_000_000
    else if (id === elementIds.trackNumber && entry !== null) entry.number = readUnsigned(bytes)
    else if (id === elementIds.trackType && entry !== null) entry.type = readUnsigned(bytes)
    else if (id === elementIds.codecId && entry !== null) entry.codecId = printable(bytes)
    else if (id === elementIds.duration) durationTicks = readFloat(bytes)
  }

  function readBlockHead(id: number, size: number, bytes: Uint8Array): number {
    const number = elementHead.number(bytes, 0)
    if (number === null || number === 'damaged' || number.value === null || number.length + 3 > size) {
      damage()
      return 0
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const flags = bytes[number.length + 2] ?? 0
    const laced = (flags & 0x06) !== 0
    const head = number.length + 3
    const track = number.value
    const known = tracks.find(candidate => candidate.number === track)
    if (known === undefined) {
      damage()
      return 0
    }
    block = {
      track,
      kind: known.kind,
      timeMs: milliseconds((cluster?.timecode ?? 0) + view.getInt16(number.length)),
      keyFrame: (flags & 0x80) !== 0,
      frames: head === size ? 0 : laced ? (bytes[head] ?? 0) + 1 : 1,
      endOffset: at + size,
      payload: withPayload ? new Uint8Array(size - head) : null,
      filled: 0,
      grouped: id === elementIds.block,
    }
    step = { kind: 'payload', left: size - head }
    return head
  }

  function finishBlock(): void {
    if (block === null) return
    if (!block.grouped) tellBlock(block)
    else group = { block, referenced: group?.referenced ?? false }
    block = null
  }

  /** Consumes what it can from `bytes` at `from`; answers how many bytes, or null when more are needed. */
  function advance(bytes: Uint8Array, from: number): number | null {
    const available = bytes.length - from
    switch (step.kind) {
      case 'head': {
        closeFinishedLevels()
        const head = elementHead.read(bytes, from)
        if (head === null) return null
        const headAt = at
        if (head !== 'damaged') {
          at += head.length
          const opened = openElement(head.id, head.size, headAt)
          at = headAt
          if (opened) return head.length
        }
        damage()
        // One byte on, or the same false head would be found again.
        return 1
      }
      case 'leaf': {
        if (available < step.size) return null
        const { id, size } = step
        readLeaf(id, bytes.subarray(from, from + size))
        step = { kind: 'head' }
        return size
      }
      case 'blockHead': {
        const wanted = Math.min(step.size, blockHeadBytes)
        if (available < wanted) return null
        return readBlockHead(step.id, step.size, bytes.subarray(from, from + wanted))
      }
      case 'payload':
      case 'skip': {
        const taken = Math.min(step.left, available)
        if (step.kind === 'payload' && block?.payload) {
          block.payload.set(bytes.subarray(from, from + taken), block.filled)
          block.filled += taken
        }
        if (taken < step.left) {
          step.left -= taken
          return taken === 0 ? null : taken
        }
        const wasPayload = step.kind === 'payload'
        step = { kind: 'head' }
        if (wasPayload) finishBlock()
        return taken
      }
      case 'search': {
        for (let index = from; index + 4 <= bytes.length; index += 1) {
          if (
            bytes[index] === 0x1f &&
            bytes[index + 1] === 0x43 &&
            bytes[index + 2] === 0xb6 &&
            bytes[index + 3] === 0x75
          ) {
            if (levels.length === 0) levels.push({ id: elementIds.segment, end: null })
            step = { kind: 'head' }
            return index - from
          }
        }
        return available > 3 ? available - 3 : null
      }
      default:
        return step satisfies never
    }
  }

  return {
    push(bytes) {
      const all = pending.length === 0 ? bytes : joined(pending, bytes)
      let from = 0
      for (;;) {
        const taken = advance(all, from)
        if (taken === null) break
        from += taken
        at += taken
      }
      // A true copy of what stays (at most a head or a small leaf): the caller may fill the same buffer again, and the
      // `slice` of a Node Buffer would still look into it.
      pending = new Uint8Array(all.subarray(from))
    },
    summary: () => ({
      headerLength,
      tracks: [...tracks],
      durationMs: durationTicks === null ? null : milliseconds(durationTicks),
      wholeUntil,
      lastTimeMs: new Map(lastTimeMs),
      damages,
      position: at + pending.length,
    }),
    jumpToCluster(offset) {
      closeCluster()
      levels = [{ id: elementIds.segment, end: null }]
      entry = null
      group = null
      block = null
      pending = new Uint8Array(0)
      step = { kind: 'head' }
      at = offset
    },
  }
}
