import { useQuery } from '@tanstack/react-query'
import type { NoticeKind } from '../../../shared/notices/notice-kind.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { LetterText } from './letter-text.tsx'

interface NoticePreviewProps {
  kind: NoticeKind
  applicationId: string
  /** A reception that stands; null where `proposed` says what it would be, and for a rejection. */
  receptionId: string | null
  /** Local date and time of the body, «2026-11-25T10:00». */
  proposed: { appointedLocal: string; specialistId: string; link: string } | null
}

/** The notice as it would go out; nothing is written. */
export function NoticePreview(input: NoticePreviewProps) {
  const { queries } = useWorkstation()
  const preview = useQuery(queries.notices.preview.queryOptions({ input }))
  if (preview.error) {
    return <QueryFailure title="Уведомление не показано" error={preview.error} onRetry={() => void preview.refetch()} />
  }
  if (!preview.data) return <Loading label="Составляем уведомление…" />
  return <LetterText {...preview.data} />
}
