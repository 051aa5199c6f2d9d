import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs, useWorkstation } from '../../app/workstation-provider.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'

const ReasonDialog = lazyPart(() => import('../../ui/reason-dialog.tsx').then(part => part.ReasonDialog))

/** «Подтвердить время…»: a person vouches for the computer's clock, with a reason. */
export function ConfirmClockButton() {
  const { calls } = useWorkstation()
  const timeZone = useTimeZone()
  const nowMs = useNowMs()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const confirm = useMutation({
    mutationFn: (reason: string) => calls.day.confirmClock({ reason }),
    onSuccess: close,
  })
  return (
    <>
      <Button size="compact-md" variant="light" onClick={() => setAsking(true)}>
        Подтвердить время…
      </Button>
      {asking && (
        <ReasonDialog
          title="Подтвердить время компьютера"
          label="Почему время так изменилось и по чему вы его сверили"
          button="Время верное"
          pending={confirm.isPending}
          error={confirm.error}
          onSubmit={reason => confirm.mutate(reason)}
          onClose={close}
        >
          {nowMs !== null && (
            <Text>Сейчас на компьютере {formatDateTime(new Date(nowMs).toISOString(), timeZone)}.</Text>
          )}
          <Text>
            После подтверждения программа продолжит стирать сведения, чей срок истёк, и удалять старые копии. Вернуть их
            будет нельзя.
          </Text>
        </ReasonDialog>
      )}
    </>
  )
}
