import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconStethoscope } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { hasSettings } from '../../app/screens-of-role.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { CheckHistory } from './check-history.tsx'
import { CheckProgressPanel } from './check-progress.tsx'
import { DeviceChoiceFields } from './device-choice-fields.tsx'
import classes from './equipment.module.css'
import { KeeperSection } from './keeper-section.tsx'
import { MorningBoard } from './morning-board.tsx'
import { kindWords } from './overall-words.ts'
import { RehearsalPlayer } from './rehearsal-player.tsx'
import { headlineOf } from './specialist-lines.ts'
import { SpecialistSummary } from './specialist-summary.tsx'
import { TechnicianDetails } from './technician-details.tsx'
import { ToneQuestion } from './tone-question.tsx'
import { TroublePanel } from './trouble-panel.tsx'
import { useCheck } from './use-check.ts'

/** «Оборудование»: whether this workplace will see, hear, connect and record. */
export function EquipmentScreen() {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const { role } = useDesk().session.account
  const run = useCheck()
  const [chosenCheck, setChosenCheck] = useState<EquipmentCheck | null>(null)
  const latest = useQuery(queries.equipment.latest.queryOptions())
  // A decision changes a check: the latest one is shown as it stands now.
  const shown = chosenCheck ?? latest.data ?? run.ended
  const overall = shown ? headlineOf(shown) : null
  const start = (kind: 'quick' | 'full') => {
    setChosenCheck(null)
    run.start(kind)
  }
  return (
    <Stack className={classes.page} gap="md" p="md">
      <Group justify="space-between">
        <Title order={1} size="h3">
          Оборудование
        </Title>
        <Group gap="sm">
          <Button variant="default" disabled={run.progress !== null} onClick={() => start('full')}>
            Полная проверка с пробной записью
          </Button>
          <Button
            leftSection={<IconStethoscope aria-hidden size="1.1em" />}
            disabled={run.progress !== null}
            onClick={() => start('quick')}
          >
            Проверить рабочее место
          </Button>
        </Group>
      </Group>
      {hasSettings(role) && <MorningBoard />}
      <DeviceChoiceFields disabled={run.progress !== null} />
      {run.error !== null && (
        <Alert color="red" role="alert" title="Проверка не проведена">
          {faultHint(run.error)}
        </Alert>
      )}
      {run.progress !== null && (
        <CheckProgressPanel progress={run.progress} onCancel={run.cancel} onAnswerTone={run.answerTone} />
      )}
      {run.progress === null && shown && overall && (
        <Stack gap="sm" component="section" aria-label="Итог проверки">
          <Group gap="md" align="baseline">
            <ToneText tone={overall.tone} size="xl" fw={700}>
              {overall.text}
            </ToneText>
            <Text c="dimmed">
              {formatDateTime(shown.finishedAt, timeZone)} · {kindWords[shown.kind]} · {shown.by}
            </Text>
          </Group>
          {run.playAddress !== null && <RehearsalPlayer address={run.playAddress} onErased={run.forgetRehearsal} />}
          <ToneQuestion check={shown} />
          <SpecialistSummary check={shown} />
          <TroublePanel check={shown} onRepeat={() => start('quick')} />
          <TechnicianDetails check={shown} />
        </Stack>
      )}
      {hasSettings(role) && <KeeperSection />}
      <CheckHistory shownId={shown?.id ?? null} onShow={setChosenCheck} />
    </Stack>
  )
}
