import { expect, test } from 'vitest'
import {
  afterDecisions,
  asksDecision,
  blockingResults,
  type Decision,
  mayBeFalseAlarm,
} from '../../../../shared/equipment/blocking.ts'
import type { CheckCode, CheckState } from '../../../../shared/equipment/codes.ts'
import { judged } from '../../../../shared/equipment/thresholds.ts'

const blocks = (code: CheckCode, state: CheckState, ...decisions: Decision[]) =>
  blockingResults([judged(code, state)], decisions).length > 0

test.each(['microphonePresent', 'microphoneLevel', 'speakerTone', 'diskRoom', 'ffmpeg', 'rehearsalFile'] as const)(
  'a fault of %s blocks, a warning never does',
  code => {
    expect(blocks(code, 'fault')).toBe(true)
    expect(blocks(code, 'warning')).toBe(false)
    expect(blocks(code, 'unknown')).toBe(false)
  },
)

test.each(['cameraPresent', 'cameraBlack', 'telemostHosts', 'diskSpeed', 'rehearsalSync', 'webrtcConnection'] as const)(
  'a fault of %s does not',
  code => {
    expect(blocks(code, 'fault')).toBe(false)
  },
)

test('a false alarm of the microphone lifts the block and stays a remark', () => {
  const decision = { code: 'microphoneLevel', kind: 'falseAlarm' } as const
  expect(blocks('microphoneLevel', 'fault', decision)).toBe(false)
  expect(afterDecisions([judged('microphoneLevel', 'fault')], [decision])[0]?.state).toBe('warning')
  expect(mayBeFalseAlarm('microphoneLevel')).toBe(true)
  expect(mayBeFalseAlarm('rehearsalFile')).toBe(false)
})

test('the last word about the tone counts', () => {
  const heard = { code: 'speakerTone', kind: 'toneHeard' } as const
  const notHeard = { code: 'speakerTone', kind: 'toneNotHeard' } as const
  expect(blocks('speakerTone', 'unknown', notHeard)).toBe(true)
  expect(blocks('speakerTone', 'unknown', notHeard, heard)).toBe(false)
})

test('no camera is a decision', () => {
  expect(asksDecision(judged('cameraPresent', 'fault'))).toBe(true)
  expect(asksDecision(judged('cameraPresent', 'warning'))).toBe(false)
})
