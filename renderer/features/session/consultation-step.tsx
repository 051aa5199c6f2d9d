import { Button, Text } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import { useRegulation } from '../../app/desk.tsx'
import { DocumentInterval } from './document-interval.tsx'
import { useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepButton } from './step-button.tsx'
import { TalkExtension } from './talk-extension.tsx'
import { WordsToSay } from './words-to-say.tsx'

/** The talk itself: the topic, the document should it still be in the picture, and the end. */
export function ConsultationStep({ onIdentify }: { onIdentify: () => void }) {
  const { detail, showDialog } = useSession()
  const { facts } = detail.card.state
  const { noPersonalInformation, documentAway } = useRegulation().words
  const isDocumentShown = facts.documentShown.at(-1)?.to === null
  return (
    <>
      <Text>{detail.card.topic}</Text>
      {!facts.personalInformationAllowed && (
        <WordsToSay text={noPersonalInformation.text} clause={noPersonalInformation.clause} />
      )}
      {isDocumentShown && <WordsToSay text={documentAway.text} clause={documentAway.clause} />}
      <StepActions>
        <DocumentInterval />
        <TalkExtension />
        {!facts.personalInformationAllowed && (
          <Button variant="light" leftSection={<IconId aria-hidden size="1.1em" />} onClick={onIdentify}>
            Установить личность
          </Button>
        )}
        <StepButton onAct={() => showDialog('finish')}>Завершить…</StepButton>
      </StepActions>
    </>
  )
}
