import type { RehearsalPage } from '../../../../shared/equipment/rehearsal-page.ts'
import type { Calls } from '../../../app/workstation.ts'
import type { ChosenDevices } from '../../../devices/chosen-devices.ts'
import type { PumpCounters } from '../../../recorder/capture/pump-messages.ts'
import { connectWorkstation } from '../../../recorder/link/connect-workstation.ts'
import { makeRecorder } from '../../../recorder/recorder.ts'
import { readWish } from '../../../recorder/screen/remembered-wish.ts'
import { pause } from './read-track.ts'
import { makeSignalRoom } from './signal-room.ts'
import { watchHidden } from './watch-hidden.ts'

export interface RehearsalOptions {
  readonly calls: Pick<Calls, 'equipment'>
  readonly checkId: string
  readonly chosen: ChosenDevices
  readonly signal: AbortSignal
  readonly onLevel: (levelDb: number | null) => void
}

const recordMs = 15_000
const drawnEveryMs = 100

/**
 * Records a quarter of a minute through the recorder of a reception, with a signal in place of the room. Answers the
 * address it is heard at, null where nothing was recorded; why stands in the check.
 */
export async function runRehearsal(options: RehearsalOptions): Promise<string | null> {
  const { calls, checkId, chosen, signal, onLevel } = options
  const wish = { ...readWish(localStorage), deviceId: chosen.microphone.deviceId }
  const encoderLagsMs: number[] = []
  const recorder = await makeRecorder({
    initialWish: wish,
    connect: connectWorkstation('rehearsal'),
    makeRoom: makeSignalRoom({ speakerId: chosen.speaker.deviceId }),
    onChanged: () => undefined,
    onLag: lagMs => encoderLagsMs.push(lagMs),
  })
  const timer = setInterval(() => onLevel(recorder.capture.graph.takeMeters().specialistDb), drawnEveryMs)
  const hidden = watchHidden()
  try {
    await recorder.capture.chooseRoom()
    await calls.equipment.startRehearsal({ checkId })
    const before = recorder.capture.pump.counters()
    await pause(recordMs, signal)
    const page = {
      hidden: hidden.stretches(),
      encoderLagsMs,
      ...framesBetween(before, recorder.capture.pump.counters()),
    }
    const { playAddress } = await calls.equipment.stopRehearsal({ checkId, page })
    return playAddress
  } catch {
    // What the workstation saw of it is in the check; the check itself goes on.
    return null
  } finally {
    clearInterval(timer)
    hidden.stop()
    onLevel(null)
    await recorder.close()
  }
}

function framesBetween(before: PumpCounters, after: PumpCounters): Pick<RehearsalPage, 'frames' | 'framesDropped'> {
  const all = ({ fresh, repeated, placeholder }: PumpCounters) => fresh + repeated + placeholder
  return { frames: all(after) - all(before), framesDropped: after.dropped - before.dropped }
}
