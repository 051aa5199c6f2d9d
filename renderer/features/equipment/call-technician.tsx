import { Button, CopyButton } from '@mantine/core'
import { IconClipboard } from '@tabler/icons-react'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { checkAsText } from './check-as-text.ts'

/** «Вызвать технического специалиста»: the check in words for a message or a call; nothing of any citizen. */
export function CallTechnician({ check }: { check: EquipmentCheck }) {
  const { session } = useDesk()
  const timeZone = useTimeZone()
  return (
    <CopyButton value={checkAsText(check, session.workplace.name, timeZone)} timeout={4_000}>
      {({ copied, copy }) => (
        <Button variant="default" leftSection={<IconClipboard aria-hidden size="1.1em" />} onClick={copy}>
          {copied ? 'Скопировано: вставьте в сообщение' : 'Вызвать технического специалиста: скопировать проверку'}
        </Button>
      )}
    </CopyButton>
  )
}
