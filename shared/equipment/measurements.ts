import * as z from 'zod'
import { keptAsTyped, typedText } from '../text/text-schema.ts'

/** Why a device could not be opened. */
export const DeviceProblem = z.enum(['absent', 'denied', 'busy', 'ended', 'muted', 'failed'])
export type DeviceProblem = z.infer<typeof DeviceProblem>

/** A device as the browser names it; ids change with the profile, label and group stay. */
export const DeviceName = z.strictObject({ label: typedText().max(200), groupId: keptAsTyped().max(200) })
export type DeviceName = z.infer<typeof DeviceName>

const Share = z.number().min(0).max(1)

export const CameraFacts = z.strictObject({
  widthPixels: z.int().nonnegative(),
  heightPixels: z.int().nonnegative(),
  framesPerSecond: z.number().nonnegative(),
  frames: z.int().nonnegative(),
  meanLuma: z.number().nonnegative(),
  blackShare: Share,
  /** Pairs of pictures that differ in not a single value: no living sensor makes two of them. */
  identicalShare: Share,
})
export type CameraFacts = z.infer<typeof CameraFacts>

export const SoundFacts = z.strictObject({
  sampleRateHz: z.number().positive(),
  channels: z.int().positive(),
  seconds: z.number().nonnegative(),
  /** Not one value beyond ±1/32767: nothing but zeros comes from the device. */
  digitalSilence: z.boolean(),
  /** Root mean square of the windows with sound, dBFS; null where nothing stood out of the noise. */
  voiceDb: z.number().nullable(),
  /** The quiet twentieth of the windows, dBFS. */
  noiseDb: z.number(),
  longestFullScaleRun: z.int().nonnegative(),
  /** How much louder one channel is than the other, dB; null for one channel. */
  sideDifferenceDb: z.number().nullable(),
})
export type SoundFacts = z.infer<typeof SoundFacts>

export const ToneFacts = z.strictObject({
  /** How far the tone stood out of the microphone's noise, dB; null where no microphone listened. */
  heardDb: z.number().nullable(),
  latencyMs: z.number().nullable(),
  /** What the person said; null = not asked or not answered. */
  confirmed: z.boolean().nullable(),
})
export type ToneFacts = z.infer<typeof ToneFacts>

export const PeerFacts = z.strictObject({
  connected: z.boolean(),
  connectMs: z.number().nullable(),
  /** The middle of the samples; null where too few came. */
  framesPerSecond: z.number().nullable(),
  lossPercent: z.number().nullable(),
  delayMs: z.number().nullable(),
  jitterMs: z.number().nullable(),
  seconds: z.number(),
})
export type PeerFacts = z.infer<typeof PeerFacts>

const measured = <S extends z.ZodType>(facts: S) =>
  z.strictObject({ device: DeviceName.nullable(), problem: DeviceProblem.nullable(), facts: facts.nullable() })

/** What the page measured; a device that was left out of this check is null. */
export const PageMeasurements = z.strictObject({
  camera: measured(CameraFacts).nullable(),
  microphone: measured(SoundFacts).nullable(),
  speaker: measured(ToneFacts).nullable(),
  /** Two connections of this page with each other: encoder and processor only. */
  peer: PeerFacts.nullable(),
  /** To the department's own media server and back; null = none is set up. */
  server: PeerFacts.nullable(),
  browser: typedText().max(300),
})
export type PageMeasurements = z.infer<typeof PageMeasurements>
