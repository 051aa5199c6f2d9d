import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { DaySteps } from '../day/day-steps.tsx'
import { FinishDayButton, ReopenDayDialog } from '../day/finish-day-button.tsx'
import { FirstDay } from '../day/first-day.tsx'
import { TodayMenu } from '../day/today-menu.tsx'
import { TodoList } from '../day/todo-list.tsx'
import { LocalZoneNote } from './local-zone-note.tsx'
import classes from './today.module.css'
import { TodayDesk } from './today-desk.tsx'

const AbsenceDialog = lazyPart(() => import('../day/absence-dialog.tsx').then(part => part.AbsenceDialog))
const WeekView = lazyPart(() => import('./week-view.tsx').then(part => part.WeekView))

/** «Сегодня»: the column of the day, the one thing to do next, and what must not be forgotten. */
export function TodayScreen() {
  const { queries } = useWorkstation()
  const mayReceive = useDesk().session.account.role === 'specialist'
  // Null = today, also after midnight.
  const [date, setDate] = useState<string | null>(null)
  const [isWeek, setWeek] = useState(false)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [unfolded, setUnfolded] = useState<'absence' | 'reopening' | null>(null)
  const day = useQuery({
    ...queries.receptions.day.queryOptions({ input: { date } }),
    placeholderData: keepPreviousData,
  })
  const open = useQuery(queries.receptions.open.queryOptions())
  const state = useQuery(queries.day.state.queryOptions())

  const failed = [day, open, state].find(({ error }) => error !== null)
  if (failed) {
    return (
      <QueryFailure title="Список приёмов не прочитан" error={failed.error} onRetry={() => void failed.refetch()} />
    )
  }
  if (!day.data || open.data === undefined || !state.data) return <Loading label="Читаем приёмы на сегодня…" />
  const today = state.data.date
  const shown = date ?? today
  const isToday = shown === today
  const isOpen = open.data !== null
  const empty = day.data.receptions.length === 0
  const fold = () => setUnfolded(null)
  const show = (other: string) => {
    setDate(other === today ? null : other)
    setWeek(false)
  }
  const acts = {
    onShow: (itsDay: string, receptionId: string) => {
      show(itsDay)
      setChosenId(receptionId)
    },
  }
  // Names of other citizens are not for the one who is on the screen now.
  const todo = !isOpen && <TodoList day={state.data} {...acts} />
  const { firstSteps } = state.data
  return (
    <div className={classes.page}>
      <Group justify="space-between" px="md" pt="sm" gap="xs">
        <DaySteps date={shown} today={today} onChange={show} />
        <Group gap="xs">
          <LocalZoneNote />
          {mayReceive && !isOpen && (
            <Button variant="default" aria-pressed={isWeek} onClick={() => setWeek(!isWeek)}>
              {isWeek ? 'День' : 'Неделя'}
            </Button>
          )}
          {isToday && (
            <FinishDayButton
              day={state.data}
              mayFinish={mayReceive}
              onReopen={() => setUnfolded('reopening')}
              {...acts}
            />
          )}
          {firstSteps === null && (
            <Button
              variant="default"
              leftSection={<IconPlus aria-hidden size="1.1em" />}
              renderRoot={props => <Link to="/applications/new" {...props} />}
            >
              Новая заявка…
            </Button>
          )}
          <TodayMenu
            date={shown}
            hasReceptions={!empty}
            mayTakeOver={!isOpen}
            onAbsence={mayReceive ? () => setUnfolded('absence') : null}
          />
        </Group>
      </Group>
      {unfolded !== null && (
        <div className={classes.unfolded}>
          {unfolded === 'absence' && <AbsenceDialog onClose={fold} />}
          {unfolded === 'reopening' && <ReopenDayDialog onClose={fold} />}
        </div>
      )}
      {isWeek && !isOpen ? (
        <WeekView date={shown} onShow={show} />
      ) : empty ? (
        <div className={classes.emptyDay}>
          {isToday && firstSteps !== null ? (
            <FirstDay steps={firstSteps} />
          ) : (
            <EmptyNote
              title={isToday ? 'На сегодня приёмов нет' : `На ${formatLocalDate(shown)} приёмов нет`}
              text="Приём появится здесь в свой день, когда заявке назначено время."
            />
          )}
          {todo}
        </div>
      ) : (
        <TodayDesk
          day={day.data}
          isToday={isToday}
          openReceptionId={open.data}
          chosenId={chosenId}
          onChoose={setChosenId}
          todo={todo}
        />
      )}
    </div>
  )
}
