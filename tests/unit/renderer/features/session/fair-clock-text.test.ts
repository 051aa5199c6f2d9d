import { expect, it } from 'vitest'
import { fairClockText } from '../../../../../renderer/features/session/fair-clock-text.ts'

const at = (clock: string) => Date.parse(`2026-11-20T02:${clock}Z`)
const noShow = { amount: 10, clause: 'п. 3.12' }

it.each([
  ['10:00', '10:00', '10 минут по п. 3.12 — 09:10'],
  ['10:00', '13:00', '10 минут по п. 3.12 — 09:10; с учётом нашего перерыва — 09:13'],
  // Seconds of ours are not a moment of their own.
  ['10:00', '10:20', '10 минут по п. 3.12 — 09:10'],
])('legal %s, fair %s', (legal, fair, words) => {
  const clock = { noShowAtMs: at(legal), fairNoShowAtMs: at(fair) }
  expect(fairClockText(clock, noShow, 'Asia/Novokuznetsk')).toBe(words)
})
