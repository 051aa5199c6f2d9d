import { Group, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { dayTitle } from '../../ui/day-title.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { LocalZoneNote } from './local-zone-note.tsx'
import { NewApplicationButton } from './new-application-button.tsx'
import { NewApplicationDialog } from './new-application-dialog.tsx'
import classes from './today.module.css'
import { TodayDesk } from './today-desk.tsx'

/** «Сегодня»: the receptions of the day and the one thing to do next. */
export function TodayScreen() {
  const { queries } = useWorkstation()
  const day = useQuery(queries.receptions.day.queryOptions({ input: { date: null } }))
  const open = useQuery(queries.receptions.open.queryOptions())
  const [entering, setEntering] = useState(false)

  if (day.error) {
    return <QueryFailure title="Список приёмов не прочитан" error={day.error} onRetry={() => void day.refetch()} />
  }
  if (!day.data || open.data === undefined) return <Loading label="Читаем приёмы на сегодня…" />
  const empty = day.data.receptions.length === 0
  return (
    <div className={classes.page}>
      <Group justify="space-between" px="md" pt="md">
        <Title order={1} size="h3">
          {dayTitle(day.data.date)}
        </Title>
        <Group gap="md">
          <LocalZoneNote />
          {!empty && <NewApplicationButton variant="default" onClick={() => setEntering(true)} />}
        </Group>
      </Group>
      {empty ? (
        <EmptyNote
          title="На сегодня приёмов нет"
          text="Внесите заявку гражданина: дату и время приёма, ссылку на встречу в Телемосте. Приём появится здесь в свой день."
          action={<NewApplicationButton variant="filled" onClick={() => setEntering(true)} />}
        />
      ) : (
        <TodayDesk day={day.data} openReceptionId={open.data} />
      )}
      <NewApplicationDialog opened={entering} today={day.data.date} onClose={() => setEntering(false)} />
    </div>
  )
}
