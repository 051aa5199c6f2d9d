import { readFile } from 'node:fs/promises'
import { type Manifest, type Slip, SlipThresholds } from '../../shared/recording/slip.ts'
import type { Clock } from '../clock.ts'
import { parsedOnce } from '../parsed-once.ts'
import { onFilmThread } from './film-thread.ts'
import { holdFolder } from './live/folder-lock.ts'
import type { MakeVerifier } from './live/recorder.ts'
import { makeLiveVerifier } from './proof/live-verifier.ts'
import { readSession } from './proof/recording-files.ts'
import { isSealFinished } from './proof/seal.ts'
import { type SealedCheck, type SealedFilm, verifySealed } from './proof/verify-sealed.ts'

/** Everything that proves a recording, with the tool and the thresholds it needs. */
export interface RecordingProof {
  readonly makeVerifier: MakeVerifier
  /** Rejects with FolderHeldError where another workstation has the folder in hand. */
  readonly seal: (directory: string, signal: AbortSignal) => Promise<{ manifest: Manifest; slip: Slip }>
  /** False while raw parts wait for the seal, or for the clean-up behind it. */
  readonly isSealFinished: (directory: string) => Promise<boolean>
  readonly verify: (directory: string, expected: SealedFilm) => Promise<SealedCheck>
}

export interface RecordingProofDeps {
  readonly ffmpegPath: string
  readonly thresholds: SlipThresholds
  readonly clock: Clock
  readonly everySecond: (tick: () => void) => () => void
}

export function makeRecordingProof({ ffmpegPath, thresholds, clock, everySecond }: RecordingProofDeps): RecordingProof {
  return {
    makeVerifier: ({ directory, partNumber, onRange, onTrouble }) =>
      makeLiveVerifier({
        ffmpegPath,
        directory,
        partNumber,
        blackLuma: thresholds.blackLuma,
        onRange,
        onTrouble,
      }),
    async seal(directory, signal) {
      const { workplaceId } = await readSession(directory)
      const folder = await holdFolder({ directory, workplaceId, clock })
      const stopBeating = everySecond(() => void folder.beat())
      try {
        const clockAheadMs = clock.nowMs() - Date.now()
        return await onFilmThread('seal', { directory, ffmpegPath, thresholds, clockAheadMs }, signal)
      } finally {
        stopBeating()
        await folder.release()
      }
    },
    isSealFinished,
    verify: (directory, expected) => verifySealed({ directory, expected, ffmpegPath }),
  }
}

/** Reads the limits that turn measurements into a verdict. Rejects when the file is broken. */
export async function readThresholds(file: string): Promise<SlipThresholds> {
  return SlipThresholds.parse(JSON.parse(await readFile(file, 'utf8')), parsedOnce)
}
