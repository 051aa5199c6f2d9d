import { useRegulation } from '../../app/desk.tsx'
import { useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepButton } from './step-button.tsx'
import { TalkExtension } from './talk-extension.tsx'
import { WordsToSay } from './words-to-say.tsx'

/** The notice of recording, said aloud and on the tape (п. 3.7). */
export function NoticeStep() {
  const { act } = useSession()
  const { notice } = useRegulation().words
  return (
    <>
      <WordsToSay text={notice.text} clause={notice.clause} />
      <StepActions>
        <TalkExtension />
        <StepButton onAct={() => void act({ kind: 'noticeGiven' })}>Гражданин уведомлён</StepButton>
      </StepActions>
    </>
  )
}
