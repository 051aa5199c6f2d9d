import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { asksDecision, mayBeFalseAlarm } from '../../../shared/equipment/blocking.ts'
import { codeWords } from '../../../shared/equipment/result-words.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { CallTechnician } from './call-technician.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { LiveMicrophones } from './live-microphones.tsx'
import { OtherWorkplaceButton } from './other-workplace-button.tsx'
import { OtherWorkplaceNote } from './other-workplace-note.tsx'
import { useNextReception } from './use-next-reception.ts'

type Asked = Parameters<typeof DecisionDialog>[0]['decision']

/** What can be done at once about a workplace that may not receive: two minutes before the citizen are enough. */
export function TroublePanel({ check, onRepeat }: { check: EquipmentCheck; onRepeat: () => void }) {
  const { role } = useDesk().session.account
  const [asked, setAsked] = useState<Asked | null>(null)
  const [choosing, setChoosing] = useState(false)
  const isAboutMicrophone = check.results.some(({ code, state }) => code.startsWith('microphone') && state === 'fault')
  const withoutCamera = check.results.some(asksDecision) && role !== 'technician' && role !== 'administrator'
  const falseAlarms = check.results.filter(({ code, state }) => state === 'fault' && mayBeFalseAlarm(code))
  const mayOverride = role === 'head' || role === 'technician'
  if (check.blocked.length === 0 && !withoutCamera && falseAlarms.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-label="Что делать">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Что делать
        </Title>
        {check.blocked.length > 0 && (
          <Text>
            До устранения комната не открывается. Сделайте, что указано ниже, и повторите проверку. Если времени нет —
            позвоните гражданину и согласуйте иной срок (п. 3.5).
          </Text>
        )}
        <Group gap="sm">
          {isAboutMicrophone && (
            <Button variant="filled" onClick={() => setChoosing(!choosing)}>
              Выбрать другой микрофон
            </Button>
          )}
          <Button variant="default" onClick={onRepeat}>
            Повторить проверку
          </Button>
          <CallCitizen />
          <CallTechnician check={check} />
          {withoutCamera && (
            <Button variant="default" onClick={() => setAsked({ kind: 'withoutCamera' })}>
              Приём без камеры…
            </Button>
          )}
          {mayOverride &&
            falseAlarms.map(({ code }) => (
              <Button key={code} variant="default" onClick={() => setAsked({ kind: 'falseAlarm', code })}>
                Ложная тревога: {codeWords[code].toLocaleLowerCase('ru')}…
              </Button>
            ))}
        </Group>
        <OtherWorkplace />
        {choosing && <LiveMicrophones onChosen={onRepeat} />}
      </Stack>
      {asked !== null && <DecisionDialog checkId={check.id} decision={asked} onClose={() => setAsked(null)} />}
    </Paper>
  )
}

/** The way into п. 3.5: the next reception with its phone, its call and its other time. */
function CallCitizen() {
  const timeZone = useTimeZone()
  const next = useNextReception()
  if (!next) return null
  return (
    <Button
      variant="default"
      leftSection={<IconPhone aria-hidden size="1.1em" />}
      renderRoot={props => <Link to="/reception/$receptionId" params={{ receptionId: next.id }} {...props} />}
    >
      Позвонить гражданину (п. 3.5), приём {formatTime(next.state.facts.appointedAt, timeZone)}
    </Button>
  )
}

/** The next reception goes on elsewhere: the act itself, then what is to be done there. */
function OtherWorkplace() {
  const next = useNextReception()
  if (!next) return null
  const { otherWorkplace } = next.state.facts
  return (
    <Stack gap="xs" align="flex-start">
      {otherWorkplace !== null && <OtherWorkplaceNote held={otherWorkplace} link={next.link} />}
      <OtherWorkplaceButton reception={next} />
    </Stack>
  )
}
