import type { Clock } from '../../clock.ts'
import { holdFolder } from './folder-lock.ts'
import { endLeftPart } from './part-sink.ts'
import { readPartState } from './part-state.ts'
import type { SessionJournal } from './session-journal.ts'
import { findUnsealed, type UnsealedRecording } from './unsealed.ts'

export interface LeftRecording {
  readonly rootDirectory: string
  readonly recordingId: string
  readonly clock: Clock
  readonly openJournal: (directory: string) => Promise<SessionJournal>
}

/**
 * Ends a recording this run knows nothing of (a restart without adoption): its folder is closed as it lies.
 * Rejects where the disk holds no such recording without a slip, or another workstation has it in hand.
 */
export async function endLeftRecording(left: LeftRecording): Promise<{ directory: string }> {
  const { recordingId, clock } = left
  const found = (await findUnsealed(left.rootDirectory)).find(one => one.session.recordingId === recordingId)
  if (!found) throw new Error('No such recording on the disk')
  const { directory } = found
  const folder = await holdFolder({ directory, workplaceId: found.session.workplaceId, clock })
  try {
    await endParts(left, found)
  } finally {
    await folder.release()
  }
  return { directory }
}

async function endParts({ clock, openJournal }: LeftRecording, found: UnsealedRecording): Promise<void> {
  const { directory } = found
  for (const partNumber of found.partNumbers) {
    const { ending } = await readPartState(directory, partNumber)
    if (ending === 'open') await endLeftPart({ directory, partNumber, clock }, 'workstationDied')
  }
  if (!found.finished) {
    const journal = await openJournal(directory)
    await journal.write({ kind: 'finished', atMs: clock.nowMs() })
    await journal.close()
  }
}
