import { expect, it } from 'vitest'
import { checkWord, retentionWords } from '../../../../../renderer/features/recording/recording-words.ts'
import type { RecordingCard } from '../../../../../shared/contract/recordings.ts'

const card: RecordingCard = {
  id: '5f0c3a7e-7d0e-4b7a-9f62-1b7a6a0f1c11',
  receptionId: '5f0c3a7e-7d0e-4b7a-9f62-1b7a6a0f1c12',
  journalNumber: 1,
  shortName: 'Петров П. П.',
  startedAt: '2026-11-20T02:00:00Z',
  durationMs: 892_000,
  state: 'sealed',
  verdict: 'sound',
  presence: 'here',
  retainUntil: '2028-11-20',
  daysLeft: 730,
  origin: null,
  held: false,
  seenAt: null,
}

it.each([
  [730, 'хранить по 20.11.2028 включительно · осталось 730 дней'],
  [1, 'хранить по 20.11.2028 включительно · остался 1 день'],
  [0, 'хранить по 20.11.2028 включительно · последний день хранения'],
  [-1, 'хранить по 20.11.2028 включительно · срок хранения истёк'],
])('%i days left', (daysLeft, expected) => {
  expect(retentionWords({ ...card, daysLeft })).toBe(expected)
})

it.each([
  ['recording', null, 'info'],
  ['sealing', null, 'info'],
  ['sealFailed', null, 'bad'],
  ['destroyed', 'sound', 'quiet'],
  ['sealed', 'sound', 'good'],
  ['sealed', 'doubtful', 'warn'],
  ['sealed', 'damaged', 'bad'],
  ['sealed', null, 'quiet'],
] as const)('%s, %s is %s', (state, verdict, tone) => {
  expect(checkWord({ ...card, state, verdict }).tone).toBe(tone)
})

it.each([
  ['missing', 'bad'],
  ['altered', 'bad'],
  ['elsewhere', 'bad'],
  [null, 'quiet'],
] as const)('a sound recording whose film is %s is not green', (presence, tone) => {
  expect(checkWord({ ...card, presence }).tone).toBe(tone)
  // While it is being made there is no film to miss.
  expect(checkWord({ ...card, state: 'sealing', presence }).tone).toBe('info')
})
