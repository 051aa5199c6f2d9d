import type { CheckResult } from './codes.ts'
import type { PageMeasurements } from './measurements.ts'
import { judged, judgeFigure, type Thresholds } from './thresholds.ts'

type Measured<Name extends 'camera' | 'microphone' | 'speaker'> = NonNullable<PageMeasurements[Name]>

/** Judges what the page measured of camera, microphone and speaker. A missing device is one line, not six. */
export function judgeDevices(thresholds: Thresholds, page: PageMeasurements): readonly CheckResult[] {
  return [
    ...(page.camera ? judgeCamera(thresholds, page.camera) : []),
    ...(page.microphone ? judgeMicrophone(thresholds, page.microphone) : []),
    ...(page.speaker ? judgeSpeaker(thresholds, page.speaker) : []),
  ]
}

function judgeCamera(thresholds: Thresholds, { device, problem, facts }: Measured<'camera'>): CheckResult[] {
  const detail = device?.label ?? ''
  if (problem !== null || facts === null)
    return [judged('cameraPresent', 'fault', { cause: problem ?? 'failed', detail })]
  const percent = (share: number) => Math.round(share * 100)
  const black = judgeFigure(thresholds, 'cameraBlack', percent(facts.blackShare), {
    detail: `luma ${round(facts.meanLuma, 1)}`,
  })
  return [
    judged('cameraPresent', 'good', { detail }),
    judgeFigure(thresholds, 'cameraSize', facts.heightPixels, {
      detail: `${facts.widthPixels}×${facts.heightPixels}`,
    }),
    judgeFigure(thresholds, 'cameraRate', round(facts.framesPerSecond, 1), { detail: `${facts.frames}` }),
    black,
    // Behind a shutter one black picture is like the other: that is told once.
    ...(black.state === 'fault' ? [] : [judgeFigure(thresholds, 'cameraFrozen', percent(facts.identicalShare))]),
  ]
}

function judgeMicrophone(thresholds: Thresholds, { device, problem, facts }: Measured<'microphone'>): CheckResult[] {
  const detail = device?.label ?? ''
  if (problem !== null || facts === null) {
    return [judged('microphonePresent', 'fault', { cause: problem ?? 'failed', detail })]
  }
  const present = judged('microphonePresent', 'good', { detail })
  if (facts.digitalSilence) {
    const level = judgeFigure(thresholds, 'microphoneLevel', silentDb, { cause: 'digitalSilence' })
    return [present, { ...level, state: 'fault' }]
  }
  return [
    present,
    judgeFigure(thresholds, 'microphoneLevel', round(facts.voiceDb ?? facts.noiseDb, 1), {
      cause: facts.voiceDb === null ? 'notHeard' : null,
    }),
    judgeFigure(thresholds, 'microphoneClipping', facts.longestFullScaleRun),
    judgeFigure(thresholds, 'microphoneNoise', round(facts.noiseDb, 1)),
    ...(facts.sideDifferenceDb === null
      ? []
      : [judgeFigure(thresholds, 'microphoneSides', round(facts.sideDifferenceDb, 1))]),
    judgeFigure(thresholds, 'microphoneSampleRate', facts.sampleRateHz),
  ]
}

/** What a person heard counts more than what the microphone did: headphones are heard by nobody else. */
function judgeSpeaker(thresholds: Thresholds, { device, problem, facts }: Measured<'speaker'>): CheckResult[] {
  const detail = device?.label ?? ''
  if (problem !== null || facts === null)
    return [judged('speakerTone', 'fault', { cause: problem ?? 'failed', detail })]
  const echo = judgeFigure(thresholds, 'speakerEcho', facts.heardDb === null ? null : round(facts.heardDb, 1), {
    detail: facts.latencyMs === null ? '' : `${Math.round(facts.latencyMs)} ms`,
  })
  const heardBack = echo.state === 'warning'
  const tone =
    facts.confirmed === false
      ? judged('speakerTone', 'fault', { cause: 'notHeard', detail })
      : facts.confirmed === true || heardBack
        ? judged('speakerTone', 'good', { detail })
        : judged('speakerTone', 'unknown', { cause: 'notConfirmed', detail })
  return [tone, echo]
}

const silentDb = -120
const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
