import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { exceptionWords } from '../../ui/exception-words.ts'

/** Which calendar the terms are counted by, with its decree, and the days the body decided of for this year. */
export function CountedBy() {
  const { queries } = useWorkstation()
  const calendar = useQuery(queries.calendar.state.queryOptions())
  if (!calendar.data) return null
  const { years, exceptions, today } = calendar.data
  const thisYear = Number(today.slice(0, 4))
  const loaded = years.find(({ calendar: { year } }) => year === thisYear)
  const own = exceptions.filter(({ date }) => date.startsWith(`${thisYear}-`))
  return (
    <Text size="sm" c="dimmed">
      {loaded ? `Календарь ${thisYear} года: ${loaded.calendar.basis}.` : `Календарь на ${thisYear} год не загружен.`}
      {own.map(({ date, kind, decision }) => (
        <span key={date}>
          {' '}
          {formatLocalDate(date)} – {exceptionWords[kind].toLocaleLowerCase('ru')} ({decision.basis}).
        </span>
      ))}
    </Text>
  )
}
