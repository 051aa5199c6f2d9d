import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { FirstStep } from '../../../shared/contract/day.ts'
import { useDesk } from '../../app/desk.tsx'
import { hasSettings } from '../../app/screens-of-role.ts'
import type { Tone } from '../../ui/tone.ts'
import { ToneText } from '../../ui/tone-text.tsx'

const found: Readonly<Record<FirstStep['found'], string>> = {
  equipmentChecked: 'Оборудование проверено сегодня, исправно',
  equipmentFaulty: 'Оборудование: проверка нашла неисправность',
  equipmentPartly: 'Оборудование проверено не полностью',
  equipmentUnchecked: 'Оборудование сегодня не проверено',
  mailWorks: 'Почта для заявок подключена и прочитана',
  mailDown: 'Почта для заявок недоступна или ещё не прочитана',
  mailUnproven: 'Письма есть, но почта для заявок не подключена',
  mailMissing: 'Почта для заявок не подключена',
  peopleThere: 'Есть специалист и руководитель',
  noSpecialist: 'Нет специалиста, который ведёт приёмы',
  noHead: 'Нет руководителя',
  letterThere: 'Первое письмо пришло',
  noLetter: 'Писем ещё не было',
}

const tones: Readonly<Record<FirstStep['standing'], Tone>> = { done: 'good', todo: 'quiet', wrong: 'bad' }

/** The first day, before any application: what has to be there, each line done by evidence alone. */
export function FirstDay({ steps }: { steps: readonly FirstStep[] }) {
  const { role } = useDesk().session.account
  const next = steps.find(({ standing }) => standing !== 'done')?.name ?? null
  return (
    <Paper withBorder p="md" component="section" aria-label="Первый день">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Первый день: что должно быть готово
        </Title>
        <Stack gap="xs" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
          {steps.map(step => (
            <Group key={step.name} component="li" justify="space-between" gap="xs">
              <ToneText tone={tones[step.standing]}>{found[step.found]}</ToneText>
              <StepWay step={step} isNext={step.name === next} maySet={hasSettings(role)} />
            </Group>
          ))}
        </Stack>
      </Stack>
    </Paper>
  )
}

interface StepWayProps {
  step: FirstStep
  isNext: boolean
  maySet: boolean
}

/** Where a line is done; nothing where it is done already. */
function StepWay({ step: { name, standing, found: what }, isNext, maySet }: StepWayProps) {
  const look = { size: 'compact-md', variant: isNext ? 'filled' : 'default' } as const
  if (name === 'letter') {
    return standing === 'done' ? (
      <Button {...look} renderRoot={props => <Link to="/letters" {...props} />}>
        Открыть письма
      </Button>
    ) : (
      <Button {...look} renderRoot={props => <Link to="/applications/new" {...props} />}>
        Внести заявку без письма…
      </Button>
    )
  }
  if (standing === 'done') return null
  if (name === 'equipment') {
    return (
      <Button {...look} renderRoot={props => <Link to="/equipment" {...props} />}>
        {what === 'equipmentFaulty' ? 'Что делать' : 'Проверить'}
      </Button>
    )
  }
  if (!maySet) {
    return (
      <Text c="dimmed" size="sm">
        {name === 'mail' ? 'Подключает администратор' : 'Добавляет администратор'}
      </Text>
    )
  }
  return (
    <Button {...look} renderRoot={props => <Link to="/settings" {...props} />}>
      {name === 'mail' ? 'Подключить' : 'Добавить'}
    </Button>
  )
}
