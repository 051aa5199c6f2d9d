import { Button, Group, List, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** Persons beside the citizen: who they are, whether the citizen agrees that they hear personal data. */
export function PresentPersons() {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { present } = useRegulation().reasons
  const [who, setWho] = useState('')
  const [consent, setConsent] = useState<'yes' | 'no' | null>(null)
  const { presentPersons } = detail.card.state.facts
  const complete = who.trim() !== '' && consent !== null

  async function add(): Promise<void> {
    if (!complete) return
    if (await act({ kind: 'personPresent', who: who.trim(), citizenConsents: consent === 'yes' })) {
      setWho('')
      setConsent(null)
    }
  }

  return (
    <Stack gap="xs">
      <Text fw={600}>Рядом с гражданином</Text>
      {presentPersons.length === 0 ? (
        <Text c="dimmed">Никого не отмечено</Text>
      ) : (
        <List spacing="xs">
          {presentPersons.map(person => (
            <List.Item key={`${person.who} ${person.from}`}>
              {person.who}, с {formatTime(person.from, timeZone)}
              {person.to === null ? '' : ` до ${formatTime(person.to, timeZone)}`} ·{' '}
              {person.citizenConsents ? 'гражданин согласен' : 'согласие не получено'}{' '}
              {person.to === null && (
                <FactButton
                  size="compact-sm"
                  variant="subtle"
                  disabled={acting}
                  onClick={() => void act({ kind: 'personLeft', who: person.who })}
                >
                  Ушёл (ушла)
                </FactButton>
              )}
            </List.Item>
          ))}
        </List>
      )}
      <Group gap="xs" role="group" aria-label="Кто присутствует">
        {present.map(word => (
          <Button
            key={word}
            size="compact-md"
            variant={who === word ? 'light' : 'default'}
            aria-pressed={who === word}
            onClick={() => setWho(word)}
          >
            {word}
          </Button>
        ))}
      </Group>
      <TextInput
        label="Кем приходится гражданину"
        description="Без фамилии и имени"
        maxLength={100}
        autoComplete="off"
        value={who}
        onChange={event => setWho(event.currentTarget.value)}
      />
      <Radio.Group
        label="Согласен ли гражданин, что этот человек слышит разговор"
        value={consent ?? ''}
        onChange={value => setConsent(value === 'yes' ? 'yes' : 'no')}
      >
        <Group mt="xs">
          <Radio value="yes" label="согласен" />
          <Radio value="no" label="согласие не получено" />
        </Group>
      </Radio.Group>
      <Group>
        <FactButton disabled={!complete || acting} onClick={() => void add()}>
          Отметить присутствие
        </FactButton>
      </Group>
    </Stack>
  )
}
