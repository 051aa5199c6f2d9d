import { Button, Group, Stack, Text } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import { useRegulation } from '../../app/desk.tsx'
import { ConnectionLostButton } from './connection-lost-button.tsx'
import { DocumentInterval } from './document-interval.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { WordsToSay } from './words-to-say.tsx'

/** The talk itself: the topic, the document should it still be in the picture, and the end. */
export function ConsultationStep({ onIdentify }: { onIdentify: () => void }) {
  const { detail, showDialog } = useSession()
  const { facts } = detail.card.state
  const { noPersonalInformation } = useRegulation().words
  return (
    <Stack gap="sm" mt="xs">
      <Text>{detail.card.topic}</Text>
      {!facts.personalInformationAllowed && (
        <WordsToSay text={noPersonalInformation.text} clause={noPersonalInformation.clause} />
      )}
      <DocumentInterval />
      <Group gap="xs">
        {!facts.personalInformationAllowed && (
          <Button variant="light" leftSection={<IconId aria-hidden size="1.1em" />} onClick={onIdentify}>
            Установить личность
          </Button>
        )}
        <ConnectionLostButton />
      </Group>
      <StepButton onAct={() => showDialog('finish')}>Завершить…</StepButton>
    </Stack>
  )
}
