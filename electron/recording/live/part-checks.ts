import { join } from 'node:path'
import type pino from 'pino'
import { CheckedRange, partChecksName } from '../../../shared/recording/part-log.ts'
import type { Clock } from '../../clock.ts'
import { openAppendLog, readJsonLines } from './append-log.ts'
import { errorText } from './durable-files.ts'

/** Decodes a part from the disk while it grows; made by electron/recording/proof. What it finds is kept here. */
export interface PartVerifier {
  /** Asks for a check now, beside the verifier's own rhythm: early in the part and when it fell silent. */
  poke(): void
  /** No more bytes will come: ends once a check under way is done. */
  finish(): Promise<void>
}

export type MakeVerifier = (part: {
  readonly directory: string
  readonly partNumber: number
  readonly onRange: (range: CheckedRange) => void
  /** The check itself failed (no decoder, no memory): says nothing about the recording. */
  readonly onTrouble: (trouble: string) => void
}) => PartVerifier

/** What was checked of one part: has it verified, keeps the ranges on the disk, knows how far it is proven. */
export interface PartChecks {
  /** Milliseconds of the part's own time; null = nothing was proven yet. */
  provenToMs(): number | null
  /** Monotonic milliseconds. */
  decodeErrorsSinceMs(): number | null
  /** Fresh bytes are on the disk. */
  grown(): void
  /** Never rejects. */
  end(): Promise<void>
}

export interface PartChecksDeps {
  readonly directory: string
  readonly recordingId: string
  readonly partNumber: number
  readonly makeVerifier: MakeVerifier
  readonly onFacts: () => void
  readonly clock: Clock
  readonly log: Pick<pino.Logger, 'warn'>
}

/** By then the first range is closed, and the red dot need not wait for the verifier's own timer. */
const firstPokeAfterMs = 3_500
/** Only where the verifier says nothing by itself for so long: each range costs a decoder. */
const pokeEveryMs = 12_000

/** Rejects where the file of checked ranges cannot be read. */
export async function makePartChecks(deps: PartChecksDeps): Promise<PartChecks> {
  const { directory, recordingId, partNumber, clock, log } = deps
  const address = { recordingId, partNumber }
  const path = join(directory, partChecksName(partNumber))
  const kept = await openAppendLog(path, CheckedRange)
  const before = (await readJsonLines(path, CheckedRange)).lines
  let provenToMs = before.findLast(isSound)?.toMs ?? null
  let decodeErrorsSinceMs: number | null = null
  let pokeAtMs = clock.monotonicMs() + firstPokeAfterMs

  const verifier = deps.makeVerifier({
    directory,
    partNumber,
    onRange(range) {
      if (isSound(range)) {
        provenToMs = Math.max(provenToMs ?? 0, range.toMs)
        decodeErrorsSinceMs = null
      } else {
        decodeErrorsSinceMs ??= clock.monotonicMs()
        log.warn({ ...address, fromMs: range.fromMs, decodeErrors: range.decodeErrors }, 'checked range is not sound')
      }
      pokeAtMs = clock.monotonicMs() + pokeEveryMs
      // A lost line costs one more decoding at the seal, nothing else.
      kept.append(range).catch(error => log.warn({ ...address, error: errorText(error) }, 'checked range not kept'))
      deps.onFacts()
    },
    onTrouble: trouble => log.warn({ ...address, trouble }, 'verification stumbled'),
  })

  return {
    provenToMs: () => provenToMs,
    decodeErrorsSinceMs: () => decodeErrorsSinceMs,
    grown() {
      const nowMs = clock.monotonicMs()
      if (nowMs < pokeAtMs) return
      pokeAtMs = nowMs + pokeEveryMs
      verifier.poke()
    },
    async end() {
      await verifier.finish().catch(error => log.warn({ ...address, error: errorText(error) }, 'verification failed'))
      await kept.close().catch(error => log.warn({ ...address, error: errorText(error) }, 'checks not closed'))
    },
  }
}

const isSound = (range: CheckedRange): boolean => range.decodeErrors === 0 && range.frames > 0
