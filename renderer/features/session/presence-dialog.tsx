import { Group, Stack, Text } from '@mantine/core'
import { ContactMeans } from '../../../shared/reception/event.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { contactWords } from './contact-words.ts'
import { PresentPersons } from './present-persons.tsx'
import { useSession } from './session-context.tsx'

/** Who else hears the talk, and how the citizen can talk at all. */
export function PresenceDialog() {
  const { closeDialog, detail, act, acting } = useSession()
  const { contactMeans } = detail.card.state.facts
  return (
    <InPlacePanel title="Участники и способ общения" onClose={() => closeDialog('presence')}>
      <Stack>
        <div>
          <Text fw={600} mb="xs">
            Гражданин общается
          </Text>
          <Group gap="xs" role="group" aria-label="Гражданин общается">
            {ContactMeans.options.map(means => (
              <FactButton
                key={means}
                variant={means === contactMeans ? 'light' : 'default'}
                aria-pressed={means === contactMeans}
                disabled={acting}
                onClick={() => means !== contactMeans && void act({ kind: 'contactMeansSet', means })}
              >
                {contactWords[means]}
              </FactButton>
            ))}
          </Group>
        </div>
        {contactMeans !== 'voice' && (
          <ToneText tone="info" size="sm">
            Условие «слышно» снято: выключенный микрофон — не основание прервать приём (п. 3.12)
          </ToneText>
        )}
        <PresentPersons />
      </Stack>
    </InPlacePanel>
  )
}
