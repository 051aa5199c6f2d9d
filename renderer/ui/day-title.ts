const formatter = new Intl.DateTimeFormat('ru-RU', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
const withYear = new Intl.DateTimeFormat('ru-RU', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** A local date «2026-11-20» as «Пятница, 20 ноября»; with the year where days of several years stand together. */
export function dayTitle(localDate: string, { year = false }: { year?: boolean } = {}): string {
  const text = (year ? withYear : formatter).format(new Date(`${localDate}T00:00:00Z`))
  return text.charAt(0).toUpperCase() + text.slice(1)
}
