import { describe, expect, test } from 'vitest'
import { GapCause, type Slip, SlipRemark } from '../../../../shared/recording/slip.ts'
import { durationText, gapCauseText, gapText, remarkText, slipText } from '../../../../shared/recording/slip-text.ts'

const slip: Slip = {
  recordingId: '11111111-1111-4111-8111-111111111111',
  verdict: 'sound',
  remarks: [],
  durationMs: 892_000,
  recordedMs: 892_180,
  wallClockMs: 892_000,
  sha256: 'a'.repeat(64),
  byteLength: 1,
  gaps: [],
  audioHolesMs: 0,
  audioHoleCount: 0,
  separationDb: 60,
  citizenSilentShare: 0.4,
  specialistSilentShare: 0.4,
  blackShare: 0,
  frozenShare: 0,
  driftMsPerMinute: 0,
  decodeErrors: 0,
  markers: [],
  documentIntervals: [],
  videoCodec: 'V_VP9',
  audioCodec: 'A_OPUS',
  checkedAt: '2026-11-20T03:00:00Z',
}
const remark = (code: SlipRemark['code'], value: number | null = 1): SlipRemark => ({ code, severity: 'remark', value })
const gap = (startMs: number, endMs: number) => ({ startMs, endMs, cause: 'recorderLost' as const })

describe('the whole check', () => {
  test.each<[Partial<Slip>, string]>([
    [{}, 'Запись полная: 14:52 из 14:52. Слышны гражданин и специалист. Перерывов нет.'],
    [{ recordedMs: 890_900 }, 'Запись полная: 14:51 из 14:51. Слышны гражданин и специалист. Перерывов нет.'],
    [
      { verdict: 'doubtful', recordedMs: 880_000, gaps: [gap(190_000, 202_000)], remarks: [remark('gap', 12_000)] },
      'Запись с замечаниями: 14:40 из 14:52. Слышны гражданин и специалист. 1 перерыв, всего 0:12.',
    ],
    [
      { verdict: 'doubtful', gaps: [gap(0, 1_000), gap(5_000, 6_000)], remarks: [remark('citizenSilent')] },
      'Запись с замечаниями: 14:52 из 14:52. Слышен только специалист. 2 перерыва, всего 0:02.',
    ],
    [
      { verdict: 'damaged', remarks: [remark('citizenSilent'), remark('specialistSilent')] },
      'Запись повреждена: 14:52 из 14:52. Голоса не слышны. Перерывов нет.',
    ],
    [
      { verdict: 'damaged', recordedMs: 0, wallClockMs: 0, remarks: [remark('unreadable')] },
      'Запись повреждена: 0:00 из 0:00. Звука нет. Перерывов нет.',
    ],
  ])('%o', (change, text) => expect(slipText({ ...slip, ...change })).toBe(text))
})

test('five gaps take the many form', () => {
  const gaps = Array.from({ length: 5 }, (_, index) => gap(index * 10_000, index * 10_000 + 1_000))
  expect(slipText({ ...slip, gaps })).toContain('5 перерывов, всего 0:05.')
})

test('one gap', () => {
  expect(gapText(gap(190_000, 202_000))).toBe('Перерыв 0:12 с 3:10 по 3:22: закрылось окно записи.')
})

test.each(SlipRemark.shape.code.options)('remark %s is one Russian sentence', code => {
  expect(remarkText(remark(code, 0.97))).toMatch(/^[А-ЯЁ][^a-zA-Z]*\.$/)
})

test.each(GapCause.options)('cause %s reads on after a colon', cause => {
  expect(gapCauseText(cause)).toMatch(/^[а-яё][а-яё ]+$/)
})

test.each([
  [0, '0:00'],
  [892_000, '14:52'],
  [59_600, '1:00'],
  [3_723_000, '1:02:03'],
])('%i ms is %s', (ms, text) => expect(durationText(ms)).toBe(text))
