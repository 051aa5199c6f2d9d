import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ExceptionList } from './exception-list.tsx'
import { ScheduleForm } from './schedule-form.tsx'
import { YearList } from './year-list.tsx'

/** «Настройки» → «Календарь»: what terms are counted by – years with their decrees, days of the body, working hours. */
export function CalendarSection() {
  const { queries } = useWorkstation()
  const calendar = useQuery(queries.calendar.state.queryOptions())
  if (calendar.error) {
    return <QueryFailure title="Календарь не прочитан" error={calendar.error} onRetry={() => void calendar.refetch()} />
  }
  if (!calendar.data) return <Loading label="Читаем календарь…" />
  return (
    <Stack gap="xl" maw="var(--layout-form)">
      <YearList calendar={calendar.data} />
      <ExceptionList calendar={calendar.data} />
      <ScheduleForm key={JSON.stringify(calendar.data.schedule)} calendar={calendar.data} />
    </Stack>
  )
}
