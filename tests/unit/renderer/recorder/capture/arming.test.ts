import { expect, test } from 'vitest'
import { refusalOf } from '../../../../../renderer/recorder/capture/arming.ts'
import { conditionOf } from '../../../../../renderer/recorder/capture/condition.ts'

test.each([
  ['NotAllowedError', { kind: 'refused', refusal: 'shareRefused', detail: 'NotAllowedError' }],
  ['InvalidStateError', { kind: 'needsGesture' }],
  ['NotSupportedError', { kind: 'refused', refusal: 'notSupported', detail: 'NotSupportedError' }],
  ['NotReadableError', { kind: 'refused', refusal: 'failed', detail: 'NotReadableError' }],
])('%s', (name, choice) => {
  expect(refusalOf(new DOMException('', name), 'shareRefused')).toEqual(choice)
})

test.each([
  [null, 'absent'],
  [{ readyState: 'live', muted: false }, 'live'],
  [{ readyState: 'live', muted: true }, 'muted'],
  [{ readyState: 'ended', muted: true }, 'ended'],
] as const)('%o is %s', (track, condition) => {
  expect(conditionOf(track)).toBe(condition)
})
