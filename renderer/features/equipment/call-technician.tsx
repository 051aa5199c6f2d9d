import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { CopyTextButton } from '../../ui/copy-text-button.tsx'
import { checkAsText } from './check-as-text.ts'

/** «Вызвать технического специалиста»: the check in words for a message or a call; nothing of any citizen. */
export function CallTechnician({ check }: { check: EquipmentCheck }) {
  const { session } = useDesk()
  const timeZone = useTimeZone()
  return (
    <CopyTextButton
      text={checkAsText(check, session.workplace.name, timeZone)}
      label="Вызвать технического специалиста: скопировать проверку"
      copiedLabel="Скопировано: вставьте в сообщение"
    />
  )
}
