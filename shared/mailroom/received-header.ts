const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Zones RFC 5322 still knows by letters, in minutes east; others mean nothing certain. */
const namedZones: Readonly<Record<string, number>> = {
  ...{ ut: 0, utc: 0, gmt: 0, z: 0, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360 },
  ...{ pst: -480, pdt: -420 },
}
const dateTime =
  /^(?:[a-z]{3,9}\s*,\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s+([+-]\d{4}|[a-z]{1,4})$/iu
/** A zone is given east of Greenwich; none is further away. */
const widestZoneMinutes = 14 * 60

/** The moment of the topmost `Received:` of a head (RFC 5321, 4.4), epoch milliseconds; null where none can be read for certain. */
export function topmostReceivedMs(head: string): number | null {
  const unfolded = head
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/\n[ \t]+/gu, ' ')
  const end = unfolded.indexOf('\n\n')
  const line = unfolded
    .slice(0, end === -1 ? undefined : end)
    .split('\n')
    .find(one => /^received\s*:/iu.test(one))
  if (line === undefined) return null
  const bare = withoutComments(line)
  const semicolon = bare.lastIndexOf(';')
  return semicolon === -1 ? null : mailDateMs(bare.slice(semicolon + 1))
}

/** A date of RFC 5322, strictly: a day that is not in the calendar, or without its zone, is none. */
export function mailDateMs(text: string): number | null {
  const found = dateTime.exec(withoutComments(text).replaceAll(/\s+/gu, ' ').trim())
  if (!found) return null
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second = '0', zone = ''] = found
  const month = months.indexOf(monthName.toLowerCase())
  const zoneMinutes = minutesOf(zone)
  if (month === -1 || zoneMinutes === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60)
    return null
  const atMs = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Math.min(59, Number(second)))
  const isInCalendar = new Date(atMs).getUTCMonth() === month && Number(day) > 0
  return isInCalendar ? atMs - zoneMinutes * 60_000 : null
}

function minutesOf(zone: string): number | null {
  const offset = /^([+-])(\d{2})(\d{2})$/.exec(zone)
  if (!offset) return namedZones[zone.toLowerCase()] ?? null
  const minutes = Number(offset[2]) * 60 + Number(offset[3])
  return minutes > widestZoneMinutes || Number(offset[3]) > 59 ? null : offset[1] === '-' ? -minutes : minutes
}

/** Comments stand in brackets and within each other. */
function withoutComments(text: string): string {
  let depth = 0
  let out = ''
  for (const sign of text.slice(0, 10_000)) {
    if (sign === '(') depth += 1
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) out += sign
  }
  return out
}
