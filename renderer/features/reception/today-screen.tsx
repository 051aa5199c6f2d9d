import { Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { AttentionList } from '../day/attention-list.tsx'
import { DaySheetButton } from '../day/day-sheet-button.tsx'
import { DaySteps } from '../day/day-steps.tsx'
import { FinishDayButton } from '../day/finish-day-button.tsx'
import { OutboxHost } from '../notices/outbox-host.tsx'
import { SigningQueue } from '../rejections/signing-queue.tsx'
import { RepliesDialog } from '../replies/replies-dialog.tsx'
import { TakeoverButton } from '../takeover/takeover-button.tsx'
import { LocalZoneNote } from './local-zone-note.tsx'
import { NewApplicationButton } from './new-application-button.tsx'
import classes from './today.module.css'
import { TodayDesk } from './today-desk.tsx'

const RegisterDialog = lazyPart(() => import('../applications/register-dialog.tsx').then(part => part.RegisterDialog))

/** «Сегодня»: the receptions of the day, the one thing to do next, and what must not be forgotten. */
export function TodayScreen() {
  const { queries } = useWorkstation()
  const mayReceive = useDesk().session.account.role === 'specialist'
  // Null = today, also after midnight.
  const [date, setDate] = useState<string | null>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [entering, setEntering] = useState(false)
  const [judging, setJudging] = useState(false)
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
  const empty = day.data.receptions.length === 0
  const show = (other: string) => setDate(other === today ? null : other)
  // Names of other citizens are not for the one who is on the screen now.
  const attention = open.data === null && (
    <OutboxHost>
      <AttentionList
        day={state.data}
        onReplies={() => setJudging(true)}
        onShow={(itsDay, receptionId) => {
          show(itsDay)
          setChosenId(receptionId)
        }}
      />
      <SigningQueue />
    </OutboxHost>
  )
  return (
    <div className={classes.page}>
      <Group justify="space-between" px="md" pt="md">
        <DaySteps date={shown} today={today} onChange={show} />
        <Group gap="sm">
          <LocalZoneNote />
          {!empty && <DaySheetButton date={shown} />}
          {open.data === null && <TakeoverButton />}
          {isToday && <FinishDayButton day={state.data} mayFinish={mayReceive} />}
          {!empty && <NewApplicationButton variant="default" onClick={() => setEntering(true)} />}
        </Group>
      </Group>
      {empty ? (
        <div className={classes.emptyDay}>
          <EmptyNote
            title={isToday ? 'На сегодня приёмов нет' : `На ${formatLocalDate(shown)} приёмов нет`}
            text="Внесите заявку гражданина: дату и время приёма, ссылку на встречу в Телемосте. Приём появится здесь в свой день."
            action={<NewApplicationButton variant="filled" onClick={() => setEntering(true)} />}
          />
          {attention}
        </div>
      ) : (
        <TodayDesk
          day={day.data}
          isToday={isToday}
          openReceptionId={open.data}
          chosenId={chosenId}
          onChoose={setChosenId}
          attention={attention}
        />
      )}
      <RepliesDialog opened={judging} onClose={() => setJudging(false)} />
      {entering && (
        <RegisterDialog from={null} appointsAtOnce onClose={() => setEntering(false)} onRegistered={() => undefined} />
      )}
    </div>
  )
}
