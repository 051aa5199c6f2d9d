import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { NoticeRow } from '../../../shared/contract/notices.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { useNoticeChange } from './use-notice-change.ts'

const TellOfNotice = lazyPart(() => import('./tell-of-notice.tsx').then(part => part.TellOfNotice))

/** What a person can do about a notice that did not arrive, or waits too long; `isNext`: it is the next thing of its case. */
export function NoticeActs({ notice, isNext = false }: { notice: NoticeRow; isNext?: boolean }) {
  const [telling, setTelling] = useState(false)
  const resend = useNoticeChange((calls, noticeId: string) => calls.resend({ noticeId }))
  if (!notice.mayTell && !notice.mayResend) return null
  return (
    <>
      <Group gap="xs">
        {notice.mayTell && (
          <Button {...(isNext ? {} : { size: 'compact-md', variant: 'light' })} onClick={() => setTelling(true)}>
            Сообщено гражданину…
          </Button>
        )}
        {notice.mayResend && (
          <FactButton
            {...(isNext ? {} : { size: 'compact-md' })}
            variant="default"
            loading={resend.isPending}
            onClick={() => resend.mutate(notice.id)}
          >
            Отправить ещё раз
          </FactButton>
        )}
      </Group>
      {resend.error !== null && <ToneText tone="bad">{faultHint(resend.error)}</ToneText>}
      {telling && <TellOfNotice notice={notice} onClose={() => setTelling(false)} />}
    </>
  )
}
