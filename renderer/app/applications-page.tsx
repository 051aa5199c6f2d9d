import { ApplicationsScreen, type ApplicationsTab } from '../features/applications/applications-screen.tsx'
import type { MatterSlots } from '../features/applications/matter-panel.tsx'
import { LettersToRead } from '../features/mailroom/letters-to-read.tsx'
import { NoticesOfApplication } from '../features/notices/notices-of-application.tsx'
import { Outbox } from '../features/notices/outbox.tsx'
import { RejectButton } from '../features/rejections/reject-button.tsx'
import { SigningQueue } from '../features/rejections/signing-queue.tsx'
import { RepliesToJudge } from '../features/replies/replies-to-judge.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'

const nothingToSign = (
  <EmptyNote
    title="На подписи ничего нет"
    text="Решение об отклонении появится здесь, когда его передадут на подпись: заявка, «Отклонение заявки…»."
  />
)

/** What other features put beside the list of applications and into the card. */
const tabs: readonly ApplicationsTab[] = [
  {
    value: 'letters',
    label: 'Письма',
    content: register => <LettersToRead onRegister={register} />,
  },
  { value: 'replies', label: 'Ответы граждан', content: () => <RepliesToJudge /> },
  { value: 'signing', label: 'На подписи', content: () => <SigningQueue whenEmpty={nothingToSign} /> },
  { value: 'outbox', label: 'Отправка', content: () => <Outbox /> },
]
const slots: MatterSlots = {
  reject: applicationId => <RejectButton applicationId={applicationId} />,
  evidence: applicationId => <NoticesOfApplication applicationId={applicationId} />,
}

/** «Заявки», put together from the features that work on the way from a letter to a reception. */
export const ApplicationsPage = () => <ApplicationsScreen firstTab="applications" tabs={tabs} slots={slots} />

/** The same screen, open at the letters that wait. */
export const LettersPage = () => <ApplicationsScreen firstTab="letters" tabs={tabs} slots={slots} />
