import { useQuery } from '@tanstack/react-query'
import type { NoticeRow } from '../../../shared/contract/notices.ts'
import { midSentence } from '../../../shared/text/mid-sentence.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { kindWords, standingWords } from './standing-words.ts'
import { TellDialog, type Told } from './tell-dialog.tsx'
import { useNoticeChange } from './use-notice-change.ts'

/** What the e-mail did not do was done otherwise: a fact of this very notice. */
export function TellOfNotice({ notice, onClose }: { notice: NoticeRow; onClose: () => void }) {
  const { queries } = useWorkstation()
  const { applicationId, id: noticeId } = notice
  const application = useQuery(queries.notices.ofApplication.queryOptions({ input: { applicationId } }))
  const tell = useNoticeChange((calls, { way, occurredLocal, whom: note }: Told) => {
    const told = { noticeId, occurredLocal, note }
    return way === 'phone' ? calls.toldByPhone(told) : calls.sentByHand({ ...told, how: way })
  }, onClose)
  return (
    <TellDialog
      about={`${notice.shortName}, № ${notice.journalNumber}: ${midSentence(kindWords[notice.kind])}, ${standingWords(notice).text}.`}
      phone={application.data?.phone}
      pending={tell.isPending}
      error={tell.error}
      onTold={told => tell.mutate(told)}
      onClose={onClose}
    />
  )
}
