import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs, useWorkstation } from '../../app/workstation-provider.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

/** «Подтвердить время…»: a person vouches for the computer's clock, with a reason. */
export function ConfirmClock({ onClose }: { onClose: () => void }) {
  const { calls } = useWorkstation()
  const timeZone = useTimeZone()
  const nowMs = useNowMs()
  const confirm = useMutation({
    mutationFn: (reason: string) => calls.day.confirmClock({ reason }),
    onSuccess: onClose,
  })
  return (
    <ReasonDialog
      title="Подтвердить время компьютера"
      label="Почему время так изменилось и по чему вы его сверили"
      button="Время верное"
      pending={confirm.isPending}
      error={confirm.error}
      onSubmit={reason => confirm.mutate(reason)}
      onClose={onClose}
    >
      {nowMs !== null && <Text>Сейчас на компьютере {formatDateTime(new Date(nowMs).toISOString(), timeZone)}.</Text>}
      <Text>
        После подтверждения программа продолжит стирать сведения, чей срок истёк, и удалять старые копии. Вернуть их
        будет нельзя.
      </Text>
    </ReasonDialog>
  )
}
