import type { GapCause } from '../../../shared/recording/slip.ts'
import type { LivePart } from './live-part.ts'
import type { LiveRecording } from './live-recording.ts'
import type { MicrophoneWish } from './microphone-wish.ts'
import type { RecorderTools } from './recorder-tools.ts'

/** Ends what is being recorded in order. */
export interface PartStop {
  /** Resolves when the recording is ended on the disk. Rejects where the workstation closes meanwhile. */
  stopLive(recording: LiveRecording): Promise<{ directory: string }>
  /** Takes the last chunks of a part whose encoder was stopped, and ends it. */
  bringHome(recording: LiveRecording, part: LivePart): Promise<void>
}

export interface PartStopDeps {
  readonly tools: RecorderTools
  readonly microphone: MicrophoneWish
}

export function makePartStop({ tools, microphone }: PartStopDeps): PartStop {
  const { clock, log, waits, hand, reserve, deadlines } = tools

  async function bringHome(recording: LiveRecording, part: LivePart): Promise<void> {
    recording.phase = 'stopping'
    const trouble = new Promise<GapCause>(resolve => {
      recording.interruptWait = resolve
    })
    const cause = await lastChunk(part, trouble)
    recording.interruptWait = null
    if (hand.closing) return
    await recording.writeFrames(tools.status(), clock.nowMs())
    if (cause === 'diskFull') await reserve.giveUp()
    await deadlines.within(part.end(cause), waits.verifyMs)
    recording.leavePart()
    recording.phase = 'lost'
    if (cause !== null) tools.letGo()
  }

  /** Waits for the last chunk as long as bytes come; null = the part is complete. */
  async function lastChunk(part: LivePart, trouble: Promise<GapCause>): Promise<GapCause | null> {
    const complete = part.whenComplete.then(() => null)
    for (;;) {
      const before = part.byteLength()
      const result = await deadlines.within(Promise.race([complete, trouble]), waits.stopMs)
      if (result !== 'late') return result
      if (hand.closing || part.byteLength() === before) return 'recorderLost'
    }
  }

  return {
    bringHome,
    async stopLive(recording) {
      const { recordingId } = recording.session
      if (recording.part && recording.phase === 'recording') {
        tools.send({ kind: 'stopPart', recordingId, partNumber: recording.part.partNumber })
        await bringHome(recording, recording.part)
        if (hand.closing) throw new Error('The workstation is closing; the recording is taken up at its next start')
      }
      await recording.ending
      await recording.journal.write({ kind: 'finished', atMs: clock.nowMs() })
      await recording.journal.close()
      if (hand.live === recording) hand.live = null
      microphone.reset()
      log.info({ recordingId }, 'recording finished')
      tools.watch.judge()
      return { directory: recording.directory }
    },
  }
}
