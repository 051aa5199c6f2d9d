import { Temporal } from 'temporal-polyfill'

/** Between these the office's own day is a day in the middle of its work: some receptions over, the rest before 18:00. */
const fromMinute = 9 * 60 + 45
const untilMinute = 15 * 60
/** What another zone is chosen for. */
const middleOfMorning = 10 * 60 + 30

/** One zone of Russia for each hour, and beyond them zones that are nobody's. */
const zones: readonly string[] = [
  ...['Europe/Kaliningrad', 'Europe/Moscow', 'Europe/Samara', 'Asia/Yekaterinburg', 'Asia/Omsk', 'Asia/Novokuznetsk'],
  ...['Asia/Irkutsk', 'Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Magadan', 'Asia/Kamchatka'],
  ...Array.from({ length: 13 }, (_, hours) => (hours === 0 ? 'Etc/GMT' : `Etc/GMT+${hours}`)),
  'Etc/GMT-1',
]

/**
 * Where the made-up office stands: in the computer's own zone while the day is at work there, else where it is half past
 * ten now. No clock is touched: it is the same moment, told by another town.
 */
export function officeZone(nowMs: number, ownZone: string): string {
  const own = minuteOfDay(nowMs, ownZone)
  if (own >= fromMinute && own < untilMinute) return ownZone
  return zones.reduce((best, zone) => (distance(nowMs, zone) < distance(nowMs, best) ? zone : best))
}

const distance = (nowMs: number, zone: string): number => Math.abs(minuteOfDay(nowMs, zone) - middleOfMorning)

function minuteOfDay(nowMs: number, zone: string): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone)
  return hour * 60 + minute
}
