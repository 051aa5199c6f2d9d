import { ApplicationsScreen } from '../features/applications/applications-screen.tsx'
import type { CaseSlots } from '../features/applications/letter-case.tsx'
import { WrittenReplyButton } from '../features/day/written-reply-button.tsx'
import { LetterDrop } from '../features/mailroom/letter-drop.tsx'
import { LetterTextOf, LetterView } from '../features/mailroom/letter-view.tsx'
import { LinkAgainItems } from '../features/notices/link-again-items.tsx'
import { NoticesOfApplication } from '../features/notices/notices-of-application.tsx'
import { OutboxLine } from '../features/notices/outbox-line.tsx'
import { TellOfLast } from '../features/notices/tell-of-last.tsx'
import { RejectionPanel } from '../features/rejections/rejection-panel.tsx'
import { JudgedLately } from '../features/replies/judged-lately.tsx'
import { RepliesOfApplication, ReplyCase } from '../features/replies/replies-to-judge.tsx'

/** What other features put into the cards of «Заявки». */
const slots: CaseSlots = {
  letter: letter => <LetterView {...letter} />,
  letterText: letterId => <LetterTextOf letterId={letterId} />,
  reply: (letterId, onJudged) => <ReplyCase key={letterId} letterId={letterId} onJudged={onJudged} />,
  replies: applicationId => <RepliesOfApplication applicationId={applicationId} />,
  rejection: (applicationId, onClose, takesFocus) => (
    <RejectionPanel applicationId={applicationId} takesFocus={takesFocus} onClose={onClose} />
  ),
  tell: applicationId => <TellOfLast applicationId={applicationId} />,
  evidence: (applicationId, isTellNext) => (
    <NoticesOfApplication applicationId={applicationId} isTellNext={isTellNext} />
  ),
  link: receptionId => <LinkAgainItems receptionId={receptionId} />,
  writtenReply: receptionId => <WrittenReplyButton receptionId={receptionId} />,
}

const band = (
  <>
    <OutboxLine />
    <JudgedLately />
  </>
)

/** «Заявки», put together from the features that work on the way from a letter to a reception. */
export const ApplicationsPage = () => (
  <ApplicationsScreen slots={slots} band={band} intake={list => <LetterDrop>{list}</LetterDrop>} />
)
