import { expect, test } from 'vitest'
import { officeZone } from '../../../../electron/demonstration/office-zone.ts'
import { localDate } from '../../../../shared/text/date-time.ts'

const own = 'Asia/Novokuznetsk'
const hourAt = (at: string, zone: string) =>
  Number(new Intl.DateTimeFormat('ru', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(at)))

test('in the middle of the working day the office stands where the computer stands', () => {
  for (const at of ['2026-11-18T03:00:00Z', '2026-11-18T06:30:00Z']) expect(officeZone(Date.parse(at), own)).toBe(own)
})

test('at every hour of the day it is a working morning in the office, and the same moment', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const at = `2026-11-18T${String(hour).padStart(2, '0')}:50:00Z`
    const zone = officeZone(Date.parse(at), own)
    expect(hourAt(at, zone), `${at} in ${zone}`).toBeGreaterThanOrEqual(9)
    expect(hourAt(at, zone), `${at} in ${zone}`).toBeLessThan(15)
    expect(Math.abs(Date.parse(localDate(Date.parse(at), zone)) - Date.parse('2026-11-18'))).toBeLessThanOrEqual(
      86_400_000,
    )
  }
})
