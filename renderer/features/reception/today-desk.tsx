import { Button, Group, Paper, Stack, Title } from '@mantine/core'
import { IconArrowRight, IconEye } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../shared/contract/receptions.ts'
import { useDesk } from '../../app/desk.tsx'
import { nextReception } from './next-reception.ts'
import { NowCard } from './now-card.tsx'
import { ReceptionList } from './reception-list.tsx'
import classes from './today.module.css'

interface TodayDeskProps {
  day: Day
  isToday: boolean
  openReceptionId: string | null
  chosenId: string | null
  onChoose: (receptionId: string) => void
  /** Under the card. */
  todo: ReactNode
}

/** One column of time, one card, and what is to be done; the column is covered while a citizen is being received. */
export function TodayDesk({ day, isToday, openReceptionId, chosenId, onChoose, todo }: TodayDeskProps) {
  const open = day.receptions.find(card => card.id === openReceptionId) ?? null
  const now = open ?? (isToday ? nextReception(day.receptions) : null)
  const [listShown, setListShown] = useState(false)
  const selected = day.receptions.find(card => card.id === chosenId) ?? now ?? day.receptions.at(-1) ?? null
  const covered = openReceptionId !== null && !listShown
  // While somebody is received, the way back stands whatever else is looked at.
  const cards =
    open !== null && selected !== null && selected.id !== open.id && !covered ? [open, selected] : [open ?? selected]
  return (
    <div className={classes.screen}>
      {covered ? (
        <Button variant="default" leftSection={<IconEye aria-hidden size="1.1em" />} onClick={() => setListShown(true)}>
          Показать список приёмов
        </Button>
      ) : (
        <ReceptionList
          date={isToday ? null : day.date}
          receptions={day.receptions}
          selectedId={selected?.id ?? null}
          onSelect={onChoose}
        />
      )}
      <Stack gap="sm" className={classes.side}>
        {isToday && now === null && (
          <Title order={2} size="h5" c="dimmed">
            Приёмов на сегодня больше нет
          </Title>
        )}
        {openReceptionId !== null && open === null && <OpenOfAnotherDay receptionId={openReceptionId} />}
        {cards.map(
          card =>
            card !== null && (
              <NowCard
                key={card.id}
                card={card}
                isNow={card.id === now?.id}
                isOpen={card.id === openReceptionId}
                roomInReceptions={day.readiness.roomInReceptions}
                anotherOpen={openReceptionId !== null && openReceptionId !== card.id}
              />
            ),
        )}
        {todo}
      </Stack>
    </div>
  )
}

/** A reception is open that belongs to another day than the one that is shown: the way back to it. */
function OpenOfAnotherDay({ receptionId }: { receptionId: string }) {
  const mayReceive = useDesk().session.account.role === 'specialist'
  return (
    <Paper withBorder p="md" component="section" aria-label="Сейчас">
      <Group justify="space-between">
        <Title order={2} size="h5">
          Приём открыт
        </Title>
        {mayReceive && (
          <Button
            size="md"
            rightSection={<IconArrowRight aria-hidden size="1.1em" />}
            renderRoot={props => <Link to="/reception/$receptionId" params={{ receptionId }} {...props} />}
          >
            Вернуться к приёму
          </Button>
        )}
      </Group>
    </Paper>
  )
}
