import { Radio, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Hold, holdGroundsByHand, holdGroundText } from '../../../shared/recording/hold.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

type GroundByHand = (typeof holdGroundsByHand)[number]

/** Places a hold: its ground from a closed list, its reason in words. */
export function HoldDialog({ recordingId, onClose }: { recordingId: string; onClose: () => void }) {
  const { calls } = useWorkstation()
  const [ground, setGround] = useState<GroundByHand | null>(null)
  const hold = useMutation({
    mutationFn: (chosen: { ground: GroundByHand; reason: string }) => calls.recordings.hold({ recordingId, ...chosen }),
    onSuccess: onClose,
  })
  return (
    <ReasonDialog
      title="Запретить уничтожение записи"
      label="Причина (номер обращения или запроса, если есть)"
      button="Поставить запрет"
      pending={hold.isPending}
      error={hold.error}
      blocked={ground === null}
      onSubmit={reason => ground !== null && hold.mutate({ ground, reason })}
      onClose={onClose}
    >
      <Text>Запись будет храниться и после окончания срока, пока руководитель не снимет запрет.</Text>
      <Radio.Group
        label="Основание"
        required
        value={ground}
        onChange={value => setGround(holdGroundsByHand.find(known => known === value) ?? null)}
      >
        <Stack gap="xs" mt="xs">
          {holdGroundsByHand.map((option, index) => (
            <Radio
              key={option}
              data-autofocus={index === 0 || undefined}
              value={option}
              label={holdGroundText(option)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </ReasonDialog>
  )
}

/** The head takes a hold away; from then on the retention term alone counts. */
export function ReleaseDialog({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  const { calls } = useWorkstation()
  const release = useMutation({
    mutationFn: (reason: string) => calls.recordings.release({ holdId: hold.id, reason }),
    onSuccess: onClose,
  })
  return (
    <ReasonDialog
      title="Снять запрет уничтожения"
      label="Почему запрет снимается"
      button="Снять запрет"
      pending={release.isPending}
      error={release.error}
      onSubmit={reason => release.mutate(reason)}
      onClose={onClose}
    >
      <Text>
        Поставлен: {holdGroundText(hold.ground)}. {hold.placed.reason}
      </Text>
      <Text>После снятия запись хранится только до конца срока по п. 3.6.</Text>
    </ReasonDialog>
  )
}
