import { recorderSettings } from '../../shared/recording/settings.ts'
import type { ReceptionLimits } from '../../shared/regulation/limits.ts'
import { bytesPerReception } from '../disk/room.ts'

/** For the notice that runs on, the goodbye and a slow stop. */
const marginMs = 60_000
const encoderBitsPerSecond = recorderSettings.videoBitsPerSecond + recorderSettings.audioBitsPerSecond

/**
 * Bytes one reception of full length with one extension needs, raw parts and sealed file together, at the bitrate of
 * recent recordings (what the encoder is told where there are none).
 */
export const receptionBytes = (
  limits: Pick<ReceptionLimits, 'talkMs' | 'extensionStepMs'>,
  recentBitsPerSecond: number | null,
): number =>
  bytesPerReception({
    talkMs: limits.talkMs,
    extensionMs: limits.extensionStepMs,
    marginMs,
    bitsPerSecond: recentBitsPerSecond ?? encoderBitsPerSecond,
  })
