import * as z from 'zod'

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
export const CheckGroup = z.enum(['camera', 'microphone', 'speaker', 'recorder', 'computer', 'connection'])
export type CheckGroup = z.infer<typeof CheckGroup>

const prefixes: readonly (readonly [string, CheckGroup])[] = [
  ['camera', 'camera'],
  ['microphone', 'microphone'],
  ['speaker', 'speaker'],
  ['rehearsal', 'recorder'],
  ['telemost', 'connection'],
  ['webrtc', 'connection'],
  ['server', 'connection'],
]

/** The group of a code; what belongs to no device is the computer's. */
export const groupOf = (code: CheckCode): CheckGroup =>
  prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'computer'

/** Where a result stands. `unknown`: it was not measured, or the system does not tell; never a reason to alarm. */
export const CheckState = z.enum(['good', 'warning', 'fault', 'unknown'])
export type CheckState = z.infer<typeof CheckState>

/** The department's own server is the technician's: its state never colours the specialist's screen. */
export const isForTechnician = (code: CheckCode): boolean => code.startsWith('server')

const severity: Readonly<Record<CheckState, number>> = { good: 0, unknown: 0, warning: 1, fault: 2 }

/** The worst of the states; nothing at all is `unknown`, good and unknown together are good. */
export function worstState(states: readonly CheckState[]): CheckState {
  const worst = states.reduce((most, state) => Math.max(most, severity[state]), 0)
  if (worst === 2) return 'fault'
  if (worst === 1) return 'warning'
  return states.includes('good') ? 'good' : 'unknown'
}

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
