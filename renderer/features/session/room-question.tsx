import { Button, Group, Stack } from '@mantine/core'
import { useOpenRecorder } from '../../app/use-open-recorder.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useSession } from './session-context.tsx'
import type { useRoomQuestion } from './use-room-question.ts'

interface RoomQuestionProps {
  question: ReturnType<typeof useRoomQuestion>
  /** The step's own button says «yes». */
  yesElsewhere?: boolean
}

/** Asks whether the picture beside it shows the citizen of this reception; nothing where the room is known. */
export function RoomQuestion({ question, yesElsewhere = false }: RoomQuestionProps) {
  const { shortName } = useSession().detail.card
  const open = useOpenRecorder()
  const refuse = async () => {
    if (await question.say(false)) open.mutate()
  }
  if (!question.isAsked && !question.failure) return null
  return (
    <Stack gap={4} align="flex-start" role="status">
      {question.isAsked && (
        <>
          <ToneText tone="info" fw={600}>
            В записываемой комнате {shortName}?
          </ToneText>
          <Group gap="xs">
            {!yesElsewhere && (
              <FactButton
                size="compact-md"
                variant="light"
                loading={question.pending}
                onClick={() => void question.say(true)}
              >
                Да, это комната этого приёма
              </FactButton>
            )}
            <Button size="compact-md" variant="default" onClick={() => void refuse()}>
              Нет, другая комната…
            </Button>
          </Group>
        </>
      )}
      {question.failure && <ToneText tone="bad">{faultHint(question.failure)}</ToneText>}
    </Stack>
  )
}
