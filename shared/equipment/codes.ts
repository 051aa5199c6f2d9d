import * as z from 'zod'
import { checkGroups } from './groups-and-states.ts'

/** Everything a check judges, in the order the screen shows it. Codes are stored: never renamed. */
export const CheckCode = z.enum([
  'cameraPresent',
  'cameraSize',
  'cameraRate',
  'cameraBlack',
  'cameraFrozen',
  'microphonePresent',
  'microphoneLevel',
  'microphoneClipping',
  'microphoneNoise',
  'microphoneSides',
  'microphoneSampleRate',
  'speakerTone',
  'speakerEcho',
  'rehearsalFile',
  'rehearsalVoices',
  'rehearsalSync',
  'rehearsalDrift',
  'rehearsalRate',
  'rehearsalHiddenRate',
  'rehearsalBlack',
  'rehearsalHoles',
  'rehearsalWriting',
  'rehearsalEncoder',
  'rehearsalDropped',
  'diskRoom',
  'diskSpeed',
  'diskFlush',
  'processor',
  'memory',
  'clock',
  'timeZone',
  'ffmpeg',
  'secondEngine',
  'power',
  'sleep',
  'encryption',
  'telemostHosts',
  'telemostLink',
  'webrtcConnection',
  'webrtcRate',
  'webrtcLoss',
  'webrtcDelay',
  'serverConnection',
  'serverRate',
  'serverLoss',
  'serverDelay',
  'serverJitter',
])
export type CheckCode = z.infer<typeof CheckCode>

/** What a person would call the thing that was checked. */
export const CheckGroup = z.enum(checkGroups)
export type CheckGroup = z.infer<typeof CheckGroup>

/** Where a result stands. `unknown`: it was not measured, or the system does not tell; never a reason to alarm. */
export const CheckState = z.enum(['good', 'warning', 'fault', 'unknown'])
export type CheckState = z.infer<typeof CheckState>

export const Unit = z.enum([
  'decibels',
  'framesPerSecond',
  'pixelsHigh',
  'percent',
  'milliseconds',
  'millisecondsPerMinute',
  'samples',
  'hertz',
  'megabytesPerSecond',
  'gigabytes',
  'receptions',
  'seconds',
  'hosts',
  'luma',
])
export type Unit = z.infer<typeof Unit>

/** Why, where the figure alone does not say it; the words are in result-words.ts. */
export const Cause = z.enum([
  'absent',
  'denied',
  'busy',
  'ended',
  'muted',
  'failed',
  'digitalSilence',
  'notHeard',
  'notConfirmed',
  'notAvailable',
  'headset',
  'notMinimised',
  'onBattery',
  'notEncrypted',
  'wayland',
  'missingMuxer',
  'lookupFailed',
  'refusedConnection',
  'certificate',
  'timeout',
  'noLink',
])
export type Cause = z.infer<typeof Cause>

/** One line of a check. */
export const CheckResult = z.strictObject({
  code: CheckCode,
  state: CheckState,
  figure: z.number().nullable(),
  unit: Unit.nullable(),
  /** The limit the figure was held against, in the same unit. */
  limit: z.number().nullable(),
  /** Where the limit comes from (resources/equipment/thresholds.json). */
  source: z.string().nullable(),
  cause: Cause.nullable(),
  /** For the technician: names of devices, hosts, versions; nothing of a citizen. */
  detail: z.string(),
})
export type CheckResult = z.infer<typeof CheckResult>
