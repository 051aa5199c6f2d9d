import { readFile } from 'node:fs/promises'
import { type Manifest, type Slip, SlipThresholds } from '../../shared/recording/slip.ts'
import type { Clock } from '../clock.ts'
import type { MakeVerifier } from './live/recorder.ts'
import { makeLiveVerifier } from './proof/live-verifier.ts'
import { isSealFinished, sealRecording } from './proof/seal.ts'
import { type SealedCheck, verifySealed } from './proof/verify-sealed.ts'

/** Everything that proves a recording, with the tool and the thresholds it needs. */
export interface RecordingProof {
  readonly makeVerifier: MakeVerifier
  readonly seal: (directory: string, signal: AbortSignal) => Promise<{ manifest: Manifest; slip: Slip }>
  /** False while raw parts wait for the seal, or for the clean-up behind it. */
  readonly isSealFinished: (directory: string) => Promise<boolean>
  readonly verify: (directory: string) => Promise<SealedCheck>
}

export interface RecordingProofDeps {
  readonly ffmpegPath: string
  readonly thresholds: SlipThresholds
  readonly clock: Clock
}

export function makeRecordingProof({ ffmpegPath, thresholds, clock }: RecordingProofDeps): RecordingProof {
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
    seal: (directory, signal) => sealRecording({ directory, ffmpegPath, thresholds, signal, now: () => clock.nowMs() }),
    isSealFinished,
    verify: directory => verifySealed({ directory, ffmpegPath }),
  }
}

/** Reads the limits that turn measurements into a verdict. Rejects when the file is broken. */
export async function readThresholds(file: string): Promise<SlipThresholds> {
  return SlipThresholds.parse(JSON.parse(await readFile(file, 'utf8')))
}
