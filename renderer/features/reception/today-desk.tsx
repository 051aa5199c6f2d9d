import { Button, Stack, Title } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import type { Day } from '../../../shared/contract/receptions.ts'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { nextReception, nextReceptionWords } from './next-reception.ts'
import { OpenReceptionCard } from './open-reception-card.tsx'
import { ReceptionList } from './reception-list.tsx'
import { SelectedReception } from './selected-reception.tsx'
import classes from './today.module.css'

interface TodayDeskProps {
  day: Day
  openReceptionId: string | null
}

/** The list on the left, the chosen reception on the right; the list is covered while a citizen is being received. */
export function TodayDesk({ day, openReceptionId }: TodayDeskProps) {
  const next = nextReception(day.receptions)
  const open = day.receptions.find(card => card.id === openReceptionId) ?? null
  const [chosenId, setChosenId] = useState<string | null>(null)
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
        <ReceptionList receptions={day.receptions} selectedId={selected?.id ?? null} onSelect={setChosenId} />
      )}
      <Stack gap="sm">
        {openReceptionId !== null ? (
          <OpenReceptionCard receptionId={openReceptionId} card={open} />
        ) : (
          <NextReceptionTitle appointedAt={next?.state.facts.appointedAt ?? null} />
        )}
        {selected && !(covered && selected.id === openReceptionId) && (
          <SelectedReception
            card={selected}
            roomInReceptions={day.readiness.roomInReceptions}
            anotherOpen={openReceptionId !== null}
          />
        )}
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
