import { createHash, type Hash } from 'node:crypto'
import { makeLineReader, readPacketHashLine } from '../../../shared/media/ffmpeg-lines.ts'

/** How many packets each stream of a part holds, as our own reader counted them. */
export interface PartPackets {
  readonly videoPackets: number
  readonly audioPackets: number
}

/**
 * SHA-256 over the hashes of a part's packets (`ffmpeg -f framehash -hash murmur3`, hex, in order), per stream. Equal
 * digests mean the same packets with the same bytes in the same order.
 */
export interface PartDigests {
  readonly videoPacketsSha256: string
  readonly audioPacketsSha256: string
}

export interface PacketDigester {
  push(bytes: Uint8Array): void

  finish(): { parts: PartDigests[]; videoPackets: number; audioPackets: number }
}

/** Folds framehash lines into digests per part; memory does not grow with the length of the recording. */
export function makePacketDigester(expected: readonly PartPackets[]): PacketDigester {
  const streams = [
    makeStreamDigester(expected.map(part => part.videoPackets)),
    makeStreamDigester(expected.map(part => part.audioPackets)),
  ]
  const lines = makeLineReader(line => {
    const packet = readPacketHashLine(line)
    if (packet !== null) streams[packet.stream]?.add(packet.hash)
  })
  return {
    push: bytes => lines.push(bytes),
    finish() {
      lines.end()
      const [video, audio] = streams.map(stream => stream.finish())
      return {
        parts: expected.map((_, index) => ({
          videoPacketsSha256: video?.digests[index] ?? '',
          audioPacketsSha256: audio?.digests[index] ?? '',
        })),
        videoPackets: video?.count ?? 0,
        audioPackets: audio?.count ?? 0,
      }
    },
  }
}

/** Cuts one stream's packets into parts by their expected numbers; what is over goes to the last part. */
function makeStreamDigester(counts: readonly number[]) {
  const hashes: Hash[] = counts.map(() => createHash('sha256'))
  let part = 0
  let inPart = 0
  let count = 0
  return {
    add(packetHash: string) {
      while (part < counts.length - 1 && inPart >= (counts[part] ?? 0)) {
        part += 1
        inPart = 0
      }
      hashes[part]?.update(packetHash)
      inPart += 1
      count += 1
    },
    finish: () => ({ digests: hashes.map(hash => hash.digest('hex')), count }),
  }
}
