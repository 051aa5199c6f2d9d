import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sealRecording } from '../../../electron/recording/proof/seal.ts'
import { RecordingSession, sessionFileName } from '../../../shared/recording/part-log.ts'
import {
  chromiumTake,
  ffmpegPath,
  makeFolder,
  type PartPlan,
  thresholds,
  zeroAtMs,
} from '../recording-proof/recording-folder.ts'

/** A real recording of a reception in the folder of a profile, as it lies there without any row of a database. */
export async function putRecording(options: {
  profileDirectory: string
  receptionId: string
  /** Whose it is; by default nobody's of this profile. */
  workplaceId?: string
  sealed: boolean
  /** By default seven seconds of Chromium's own. */
  parts?: readonly PartPlan[]
}): Promise<{ recordingId: string; directory: string }> {
  const { profileDirectory, receptionId, workplaceId, sealed } = options
  const parts = options.parts ?? [{ take: await chromiumTake(1), startsAfterMs: 0 }]
  const endMs = Math.max(...parts.map(({ take, startsAfterMs }) => startsAfterMs + take.durationMs))
  const made = await makeFolder(parts, [{ kind: 'finished', atMs: zeroAtMs + endMs }])
  const sessionPath = join(made.directory, sessionFileName)
  const session = RecordingSession.parse(JSON.parse(await readFile(sessionPath, 'utf8')))
  await writeFile(sessionPath, JSON.stringify({ ...session, receptionId, ...(workplaceId ? { workplaceId } : {}) }))
  if (sealed) {
    await sealRecording({ directory: made.directory, ffmpegPath, thresholds, now: () => zeroAtMs + 3_600_000 })
  }
  const directory = join(profileDirectory, 'recordings/2026/11', made.recordingId)
  await cp(made.directory, directory, { recursive: true })
  return { recordingId: made.recordingId, directory }
}
