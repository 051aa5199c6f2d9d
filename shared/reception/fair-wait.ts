import type { ReceptionLimits } from '../regulation/limits.ts'
import { formatTime } from '../text/date-time.ts'
import { countText, nouns } from '../text/plural.ts'
import { toMs } from './change.ts'
import type { InterruptionGround } from './event.ts'
import { isLampGround, noShowAtMs } from './grounds.ts'
import { outageMs } from './outage.ts'
import type { ReceptionState } from './state.ts'

/** Until when fairness asks to wait on, though п. 3.12 permits to interrupt, and why. */
export interface FairWait {
  readonly untilMs: number
  /** «Вы открыли комнату на 19 минут позже; подождите до 02:02.» */
  readonly words: string
}

/** The legal moment of п. 3.12 later by what our own side took from the wait, ms since the epoch. */
export function fairNoShowAtMs(state: ReceptionState, nowMs: number, limits: ReceptionLimits): number {
  const { facts } = state
  const waitedUntilMs = facts.connectedAt === null ? nowMs : toMs(facts.connectedAt)
  return noShowAtMs(state, limits) + outageMs(facts, toMs(facts.appointedAt), waitedUntilMs, nowMs)
}

/**
 * What an interruption for a dark lamp would cut short at this moment: the time our own side took, and a connection the
 * citizen promised on the phone. Null where nothing does; whole minutes, as they are shown.
 */
export function fairWaitAt(
  state: ReceptionState,
  ground: InterruptionGround,
  atMs: number,
  limits: ReceptionLimits,
): FairWait | null {
  if (!isLampGround(ground)) return null
  const outage = outageOf(state, atMs, limits)
  const promise = ground === 'notConnected' ? promiseOf(state, limits) : null
  const due = [outage, promise].filter(wait => wait !== null).filter(({ untilMs }) => untilMs > atMs)
  if (due.length === 0) return null
  const untilMs = due.reduce((latest, wait) => Math.max(latest, wait.untilMs), atMs)
  const causes = due.map(({ words }, index) => (index === 0 ? words : lowerFirst(words))).join('; ')
  return { untilMs, words: `${causes}; подождите до ${formatTime(new Date(untilMs).toISOString(), limits.timeZone)}.` }
}

function outageOf(state: ReceptionState, atMs: number, limits: ReceptionLimits): FairWait | null {
  const untilMs = wholeMinute(fairNoShowAtMs(state, atMs, limits))
  const minutes = (untilMs - noShowAtMs(state, limits)) / minuteMs
  if (minutes < 1) return null
  const { appointedAt, roomOpenedAt } = state.facts
  const lateMs = roomOpenedAt === null ? 0 : toMs(roomOpenedAt) - toMs(appointedAt)
  const lateMinutes = Math.floor(Math.max(0, lateMs) / minuteMs)
  const ours = `Наш перерыв занял ${countText(minutes - lateMinutes, minute)}`
  if (lateMinutes < 1) return { untilMs, words: ours }
  const late = `Вы открыли комнату на ${countText(lateMinutes, minute)} позже`
  return { untilMs, words: minutes > lateMinutes ? `${late}; ${lowerFirst(ours)}` : late }
}

/** The last call counts: who does not answer after a promise has broken it off no less. */
function promiseOf({ facts }: ReceptionState, limits: ReceptionLimits): FairWait | null {
  const promised = facts.calls.findLast(({ result }) => result === 'willConnect')
  if (promised === undefined) return null
  const time = formatTime(promised.at, limits.timeZone)
  return {
    untilMs: wholeMinute(toMs(promised.at) + limits.promisedConnectionMs),
    words: `В ${time} гражданин сказал по телефону, что подключится`,
  }
}

const minuteMs = 60_000
/** After «на», «занял». */
const minute = { ...nouns.minute, one: 'минуту' }
const wholeMinute = (atMs: number): number => Math.floor(atMs / minuteMs) * minuteMs
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
