import type { CheckResult } from '../../shared/equipment/codes.ts'
import { judgeWorkstation } from '../../shared/equipment/judge-computer.ts'
import { judgeDevices } from '../../shared/equipment/judge-devices.ts'
import { judged, type Thresholds } from '../../shared/equipment/thresholds.ts'

/** What of a made-up check is not as it usually is. */
export interface Measured {
  readonly roomInReceptions?: number
  readonly noiseDb?: number
  /** Nothing but zeros comes from the microphone. */
  readonly isMicrophoneDead?: boolean
  readonly isOffline?: boolean
  /** The system's ffmpeg is too old: it cannot write what the recording needs. */
  readonly isFfmpegOld?: boolean
}

export const madeUpDevices = {
  camera: { label: 'USB Camera (046d:0825)', groupId: 'camera' },
  microphone: { label: 'USB Headset (0d8c:0014)', groupId: 'headset' },
  speaker: { label: 'USB Headset (0d8c:0014)', groupId: 'headset' },
} as const

/** Made-up figures held against the program's own limits: what a check of them would say. */
export function resultsOf(thresholds: Thresholds, measured: Measured, sway: number): CheckResult[] {
  const { noiseDb = -63, roomInReceptions = 180, isMicrophoneDead = false, isOffline = false } = measured
  const { isFfmpegOld = false } = measured
  const { camera, microphone, speaker } = madeUpDevices
  return [
    ...judgeDevices(thresholds, {
      camera: {
        ...{ device: camera, problem: null },
        facts: {
          ...{ widthPixels: 1280, heightPixels: 720, framesPerSecond: 29.5 + sway / 10, frames: 88 },
          ...{ meanLuma: 112 + sway, blackShare: 0, identicalShare: 0.02 },
        },
      },
      microphone: {
        ...{ device: microphone, problem: null },
        facts: {
          ...{ sampleRateHz: 48_000, channels: 1, seconds: 5, digitalSilence: isMicrophoneDead },
          ...{ voiceDb: isMicrophoneDead ? null : -24 + sway, noiseDb: noiseDb + sway },
          ...{ longestFullScaleRun: 0, sideDifferenceDb: null },
        },
      },
      speaker: { device: speaker, problem: null, facts: { heardDb: 3, latencyMs: null, confirmed: true } },
      ...{ peer: null, server: null, browser: 'Chromium 142' },
    }),
    judged('rehearsalFile', 'good', { detail: 'vp8, opus' }),
    ...judgeWorkstation(thresholds, {
      computer: {
        ...{ roomInReceptions, writeMegabytesPerSecond: 310 + sway * 4, flushMs: 6 + sway / 2 },
        ...{ idleProcessorPercent: 82 + sway, freeMemoryGigabytes: 5.2, clockOffsetSeconds: 0.2 },
        ...{ systemTimeZone: '', bodyTimeZone: '', sameOffset: true },
        ffmpegVersion: isFfmpegOld ? '3.4.2' : '7.1.1',
        missingMuxers: isFfmpegOld ? ['webm'] : [],
        ...{ secondEngineRefusal: null, power: 'mains', sleepAfterMinutes: 0, encrypted: true },
      },
      hosts: [
        {
          ...{ host: 'telemost.yandex.ru', lookupMs: 12, connectMs: 30, secureMs: 60, answerMs: 140 + sway * 3 },
          ...{ status: 200, clockOffsetSeconds: 0.2, problem: isOffline ? 'lookupFailed' : null },
        },
      ],
      link: null,
    }),
  ]
}
