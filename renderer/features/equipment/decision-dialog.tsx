import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { CheckCode } from '../../../shared/equipment/codes.ts'
import { codeWords } from '../../../shared/equipment/result-words.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

interface DecisionDialogProps {
  checkId: string
  decision: { readonly kind: 'withoutCamera' } | { readonly kind: 'falseAlarm'; readonly code: CheckCode }
  onClose: () => void
}

/** A decision about a line of the check, with its reason; it stands in the event log. */
export function DecisionDialog({ checkId, decision, onClose }: DecisionDialogProps) {
  const { calls } = useWorkstation()
  const decide = useMutation({
    mutationFn: (reason: string) =>
      decision.kind === 'withoutCamera'
        ? calls.equipment.receiveWithoutCamera({ checkId, reason })
        : calls.equipment.callFalseAlarm({ checkId, code: decision.code, reason }),
    onSuccess: onClose,
  })
  const isCamera = decision.kind === 'withoutCamera'
  return (
    <ReasonDialog
      title={isCamera ? 'Приём без камеры' : `Ложная тревога: ${codeWords[decision.code].toLocaleLowerCase('ru')}`}
      label="Причина"
      button="Записать решение"
      pending={decide.isPending}
      error={decide.error}
      onSubmit={reason => decide.mutate(reason)}
      onClose={onClose}
    >
      <Text>
        {isCamera
          ? 'Гражданин не увидит специалиста. Решение с причиной останется в проверке и в журнале событий.'
          : 'Проверка ошиблась, устройство работает. Решение с причиной останется в проверке и в журнале событий.'}
      </Text>
    </ReasonDialog>
  )
}
