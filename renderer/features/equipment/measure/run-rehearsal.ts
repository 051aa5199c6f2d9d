import { rehearsalLinkPath } from '../../../../shared/recording/recorder-link.ts'
import type { Calls } from '../../../app/workstation.ts'
import { desktopBridge } from '../../../desktop/desktop-bridge.ts'
import { makePortSocket } from '../../../desktop/port-socket.ts'
import type { ChosenDevices } from '../../../devices/chosen-devices.ts'
import { portTransport } from '../../../recorder/link/port-transport.ts'
import { socketTransport } from '../../../recorder/link/socket-transport.ts'
import type { ConnectTransport } from '../../../recorder/link/transport.ts'
import { makeRecorder } from '../../../recorder/recorder.ts'
import { readWish } from '../../../recorder/screen/remembered-wish.ts'
import { pause } from './read-track.ts'
import { makeSignalRoom } from './signal-room.ts'

export interface RehearsalOptions {
  readonly calls: Pick<Calls, 'equipment'>
  readonly checkId: string
  readonly chosen: ChosenDevices
  readonly signal: AbortSignal
  readonly onLevel: (levelDb: number | null) => void
}

/** The rehearsal's own link, of the kind this host has. */
function connection(): ConnectTransport {
  const bridge = desktopBridge()
  if (bridge) return portTransport(() => makePortSocket({ bridge, door: 'rehearsal', arrivals: window }))
  const address = new URL(rehearsalLinkPath, location.href)
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  return socketTransport(address.href)
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
  const recorder = await makeRecorder({
    initialWish: wish,
    connect: connection(),
    makeRoom: makeSignalRoom({ speakerId: chosen.speaker.deviceId }),
    onChanged: () => undefined,
  })
  const timer = setInterval(() => onLevel(recorder.capture.graph.takeMeters().specialistDb), drawnEveryMs)
  try {
    await recorder.capture.chooseRoom()
    await calls.equipment.startRehearsal({ checkId })
    await pause(recordMs, signal)
    const { playAddress } = await calls.equipment.stopRehearsal({ checkId })
    return playAddress
  } catch {
    // What the workstation saw of it is in the check; the check itself goes on.
    return null
  } finally {
    clearInterval(timer)
    onLevel(null)
    await recorder.close()
  }
}
