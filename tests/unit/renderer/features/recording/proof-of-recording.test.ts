import { expect, it } from 'vitest'
import { proofOfRecording } from '../../../../../renderer/features/recording/proof-of-recording.ts'
import type { AlarmCode, RecorderView } from '../../../../../shared/contract/workplace.ts'

const receptionId = '5f0c3a7e-7d0e-4b7a-9f62-1b7a6a0f1c11'
const start = Date.parse('2026-11-20T02:00:00.000Z')
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()

function recorder(savedUntil: number | null, provenUntil: number | null): RecorderView {
  return {
    connected: true,
    armed: true,
    notArmedBecause: null,
    unrecognisedChoiceId: null,
    picture: 'live',
    citizenSound: 'live',
    microphone: 'live',
    microphoneMuted: false,
    citizenLevelDb: -20,
    specialistLevelDb: -20,
    voiceHeard: false,
    recording: {
      recordingId: receptionId,
      receptionId,
      partNumber: 1,
      startedAt: at(0),
      savedUntil: savedUntil === null ? null : at(savedUntil),
      provenUntil: provenUntil === null ? null : at(provenUntil),
      bytes: 1,
    },
    alarms: [],
    roomInReceptions: 10,
  }
}

it.each([
  ['nothing on the disk yet', null, null, 1, 'unproven'],
  ['the first seconds: bytes stand for the proof', 4, null, 5, 'growing'],
  ['too long without a decoded range', 60, null, 61, 'unproven'],
  ['decoded and growing', 60, 50, 61, 'proven'],
  ['the last decoded range is old', 100, 50, 101, 'unproven'],
  ['decoded, but the file stopped growing', 50, 50, 61, 'unproven'],
] as const)('%s', (_name, savedUntil, provenUntil, now, expected) => {
  expect(proofOfRecording(recorder(savedUntil, provenUntil), receptionId, start + now * 1000).kind).toBe(expected)
})

it.each([
  ['pictureStill', ['picture']],
  ['microphoneEnded', ['specialist']],
  ['citizenSoundEnded', ['citizen']],
] as const)('a growing file proves nothing of what does not come into it: %s', (code, missing) => {
  const view = { ...recorder(60, 50), alarms: [{ code, since: at(55) }] }
  expect(proofOfRecording(view, receptionId, start + 61_000)).toMatchObject({ kind: 'unproven', missing })
})

it.each(['clockChanged', 'roomStill', 'diskLow', 'chunkMissing', 'pictureRenewed'] satisfies readonly AlarmCode[])(
  'an alarm that takes none of the three leaves the proof as it is: %s',
  code => {
    const view = { ...recorder(60, 50), alarms: [{ code, since: at(55) }] }
    expect(proofOfRecording(view, receptionId, start + 61_000).kind).toBe('proven')
  },
)

it('says nothing of a recording of another reception', () => {
  expect(proofOfRecording(recorder(1, 1), 'another', start).kind).toBe('none')
  expect(proofOfRecording(null, receptionId, start).kind).toBe('none')
})
