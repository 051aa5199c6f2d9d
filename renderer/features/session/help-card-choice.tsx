import { List, Paper, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { HelpDevice, HelpTopic } from '../../../shared/reception/event.ts'
import type { HelpCards } from '../../../shared/reception/help-cards.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** What the citizen holds, what does not work; then the sentences, large, in order. */
export function HelpCardChoice({ help }: { help: HelpCards }) {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const given = detail.events.flatMap(({ action, occurredAt }) =>
    action.kind === 'helpGiven' ? [{ ...action, occurredAt }] : [],
  )
  // Who was helped with one device is helped with it again.
  const [device, setDevice] = useState<HelpDevice>(given.at(-1)?.device ?? 'android')
  const [topic, setTopic] = useState<HelpTopic | null>(null)
  const card = help.cards.find(known => known.device === device && known.topic === topic)

  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Устройство гражданина"
        data={HelpDevice.options.map(value => ({ value, label: help.devices[value] }))}
        value={device}
        onChange={value => setDevice(HelpDevice.options.find(known => known === value) ?? device)}
      />
      <SimpleGrid cols={2} spacing="xs" role="group" aria-label="С чем помочь">
        {HelpTopic.options.map(known => (
          <FactButton
            key={known}
            variant={known === topic ? 'light' : 'default'}
            px="xs"
            aria-pressed={known === topic}
            disabled={acting}
            onClick={() => {
              setTopic(known)
              void act({ kind: 'helpGiven', device, topic: known })
            }}
          >
            {help.topics[known]}
          </FactButton>
        ))}
      </SimpleGrid>
      {card ? (
        <Paper withBorder p="md" component="section" aria-label={`Прочитайте вслух: ${help.topics[card.topic]}`}>
          <List type="ordered" spacing="xs" size="lg">
            {card.lines.map(line => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </Paper>
      ) : (
        <Text c="dimmed">Выберите, с чем помочь, и читайте вслух. Каждое нажатие остаётся в истории приёма.</Text>
      )}
      {given.length > 0 && (
        <Text size="sm" c="dimmed" role="status">
          Помогли:{' '}
          {given
            .map(one => `${formatTime(one.occurredAt, timeZone)} ${help.topics[one.topic].toLocaleLowerCase('ru')}`)
            .join(' · ')}
        </Text>
      )}
    </Stack>
  )
}
