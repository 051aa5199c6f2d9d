import { Group, Stack } from '@mantine/core'
import { useRegulation } from '../../app/desk.tsx'
import { ConnectionLostButton } from './connection-lost-button.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { WordsToSay } from './words-to-say.tsx'

/** The notice of recording, said aloud and on the tape (п. 3.7). */
export function NoticeStep() {
  const { act } = useSession()
  const { notice } = useRegulation().words
  return (
    <Stack gap="sm" mt="xs">
      <WordsToSay text={notice.text} clause={notice.clause} />
      <Group>
        <ConnectionLostButton />
      </Group>
      <StepButton onAct={() => void act({ kind: 'noticeGiven' })}>Гражданин уведомлён</StepButton>
    </Stack>
  )
}
