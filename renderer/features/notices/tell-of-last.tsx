import { useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { NoticeActs } from './notice-acts.tsx'

/** What makes up for the last notice of an application that did not arrive: the next thing of its case. */
export function TellOfLast({ applicationId }: { applicationId: string }) {
  const { queries } = useWorkstation()
  const found = useQuery(queries.notices.ofApplication.queryOptions({ input: { applicationId } }))
  const notice = found.data?.notices.find(({ mayTell, mayResend }) => mayTell || mayResend)
  return notice === undefined ? null : <NoticeActs notice={notice} isNext />
}
