import { Button, Stack, Title } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../shared/contract/receptions.ts'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { nextReception, nextReceptionWords } from './next-reception.ts'
import { OpenReceptionCard } from './open-reception-card.tsx'
import { ReceptionList } from './reception-list.tsx'
import { SelectedReception } from './selected-reception.tsx'
import classes from './today.module.css'

interface TodayDeskProps {
  day: Day
  isToday: boolean
  openReceptionId: string | null
  chosenId: string | null
  onChoose: (receptionId: string) => void
  /** Under the chosen reception. */
  attention: ReactNode
}

/** The list on the left, the chosen reception on the right; the list is covered while a citizen is being received. */
export function TodayDesk({ day, isToday, openReceptionId, chosenId, onChoose, attention }: TodayDeskProps) {
  const next = nextReception(day.receptions)
  const open = day.receptions.find(card => card.id === openReceptionId) ?? null
  const [listShown, setListShown] = useState(false)
  const selected = day.receptions.find(card => card.id === chosenId) ?? open ?? next ?? day.receptions.at(-1) ?? null
  const covered = openReceptionId !== null && !listShown
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
        {openReceptionId !== null ? (
          <OpenReceptionCard receptionId={openReceptionId} card={open} />
        ) : (
          isToday && <NextReceptionTitle appointedAt={next?.state.facts.appointedAt ?? null} />
        )}
        {selected && !(covered && selected.id === openReceptionId) && (
          <SelectedReception
            card={selected}
            roomInReceptions={day.readiness.roomInReceptions}
            anotherOpen={openReceptionId !== null}
          />
        )}
        {attention}
      </Stack>
    </div>
  )
}

function NextReceptionTitle({ appointedAt }: { appointedAt: string | null }) {
  const nowMs = useNowMs()
  const words =
    appointedAt === null
      ? 'Приёмов на сегодня больше нет'
      : nowMs === null
        ? 'Следующий приём'
        : nextReceptionWords(Date.parse(appointedAt), nowMs)
  return (
    <Title order={2} size="h4">
      {words}
    </Title>
  )
}
