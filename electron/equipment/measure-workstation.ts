import { freemem } from 'node:os'
import type { HostFacts, WorkstationFacts } from '../../shared/equipment/workstation-facts.ts'
import { zoneOffsetMinutes } from '../../shared/text/zone-offset.ts'
import { roomInReceptions } from '../disk/room.ts'
import { isEncryptedFolder } from './linux-encryption.ts'
import { readPower } from './linux-power.ts'
import { measureDisk } from './measure-disk.ts'
import { measureFfmpeg } from './measure-ffmpeg.ts'
import { measureProcessor } from './measure-processor.ts'
import { probeHost } from './probe-host.ts'
import { readSleepMinutes } from './read-sleep.ts'

export interface WorkstationMeterDeps {
  readonly recordingsDirectory: string
  readonly ffmpegPath: string
  readonly telemostUrls: readonly string[]
  readonly freeBytes: (directory: string) => Promise<number>
  readonly receptionBytes: () => number
  readonly bodyTimeZone: () => string
  /** Why the second engine cannot work here; null = it can. */
  readonly secondEngineRefusal: () => string | null
  /** The meeting of the next reception of today. */
  readonly nextLink: () => string | null
  readonly nowMs: () => number
  readonly platform: NodeJS.Platform
}

/** `silent` leaves out what cannot have changed since the morning. */
export type MeasureScope = 'all' | 'silent'
export type MeasureWorkstation = (scope: MeasureScope, signal: AbortSignal) => Promise<WorkstationFacts>

const probeTimeoutMs = 5_000
const processorWindowMs = 1_500

/** Everything the workstation can tell without the page, all at once; a part that fails is not known, never an error. */
export function makeWorkstationMeter(deps: WorkstationMeterDeps): MeasureWorkstation {
  return async (scope, signal) => {
    const { recordingsDirectory, platform } = deps
    const isLinux = platform === 'linux'
    const orNull = <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null)
    const link = deps.nextLink()
    const probe = (url: string): Promise<HostFacts> =>
      probeHost(url, { timeoutMs: probeTimeoutMs, signal, nowMs: deps.nowMs })
    const [free, disk, ffmpeg, hosts, linkFacts, power, sleepAfterMinutes, encrypted] = await Promise.all([
      orNull(deps.freeBytes(recordingsDirectory)),
      orNull(measureDisk(recordingsDirectory, signal)),
      measureFfmpeg(deps.ffmpegPath, signal),
      Promise.all(scope === 'all' ? deps.telemostUrls.map(probe) : []),
      link === null ? null : probe(link),
      isLinux ? readPower() : null,
      isLinux ? readSleepMinutes() : null,
      isLinux ? isEncryptedFolder(recordingsDirectory) : null,
    ])
    // After the others: their own work is not what is left while recording.
    const idleProcessorPercent = scope === 'all' ? await measureProcessor(processorWindowMs) : null
    const offsets = hosts.flatMap(({ clockOffsetSeconds }) => (clockOffsetSeconds === null ? [] : [clockOffsetSeconds]))
    const systemTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const bodyTimeZone = deps.bodyTimeZone()
    return {
      hosts,
      link: linkFacts,
      computer: {
        roomInReceptions: free === null ? null : roomInReceptions(free, deps.receptionBytes()),
        writeMegabytesPerSecond: disk?.writeMegabytesPerSecond ?? null,
        flushMs: disk?.flushMs ?? null,
        idleProcessorPercent,
        freeMemoryGigabytes: freemem() / 1024 ** 3,
        clockOffsetSeconds: middle(offsets),
        systemTimeZone,
        bodyTimeZone,
        sameOffset: zoneOffsetMinutes(deps.nowMs(), systemTimeZone) === zoneOffsetMinutes(deps.nowMs(), bodyTimeZone),
        ffmpegVersion: ffmpeg.version,
        missingMuxers: ffmpeg.missing,
        secondEngineRefusal: deps.secondEngineRefusal(),
        power,
        sleepAfterMinutes,
        encrypted,
      },
    }
  }
}

/** One wrong server must not move our clock. */
function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
