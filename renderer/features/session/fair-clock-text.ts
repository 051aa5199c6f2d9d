import type { WaitingClock } from '../../../shared/reception/clocks.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'

/** «10 минут по п. 3.12 — 09:10; с учётом нашего перерыва — 09:13»: the legal moment first, the fair one beside it. */
export function fairClockText(
  { noShowAtMs, fairNoShowAtMs }: Pick<WaitingClock, 'noShowAtMs' | 'fairNoShowAtMs'>,
  noShow: { readonly amount: number; readonly clause: string | null },
  timeZone: string,
): string {
  const legal = formatTime(noShowAtMs, timeZone)
  const fair = formatTime(fairNoShowAtMs, timeZone)
  const clause = noShow.clause === null ? '' : ` по ${noShow.clause}`
  const beside = fair === legal ? '' : `; с учётом нашего перерыва — ${fair}`
  return `${countText(noShow.amount, nouns.minute)}${clause} — ${legal}${beside}`
}
