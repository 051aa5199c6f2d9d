import { Alert, List, Stack, Text } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ReceptionFacts } from '../../../shared/reception/state.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { CopyTextButton } from '../../ui/copy-text-button.tsx'

interface OtherWorkplaceNoteProps {
  held: NonNullable<ReceptionFacts['otherWorkplace']>
  link: string | null
  children?: ReactNode
}

/** Where the citizen is received instead, and what is to be done there. */
export function OtherWorkplaceNote({ held, link, children }: OtherWorkplaceNoteProps) {
  const timeZone = useTimeZone()
  return (
    <Alert
      color="blue"
      icon={<IconArrowsExchange aria-hidden />}
      title={`Приём на другом рабочем месте: ${held.place}`}
      aria-label="Другое рабочее место"
    >
      <Stack gap="xs" align="flex-start">
        <Text>
          Отмечено в {formatTime(held.at, timeZone)}. Комната на этом компьютере освобождена: закройте окно встречи,
          если оно открыто. На другом рабочем месте:
        </Text>
        <List type="ordered" spacing="xs">
          <List.Item>Войдите в «Видеоприём» под своим именем и проверьте рабочее место.</List.Item>
          <List.Item>Откройте приём из списка «Сегодня»; ссылка на встречу та же.</List.Item>
          <List.Item>
            Приёма в списке нет (у того компьютера своя база)? Откройте встречу по ссылке и запишите её самим
            Телемостом. Результат запишите потом здесь, файл добавьте в «Записях» (пп. 3.6, 3.11).
          </List.Item>
        </List>
        {link !== null && <CopyTextButton text={link} label="Скопировать ссылку" copiedLabel="Ссылка скопирована" />}
        {children}
      </Stack>
    </Alert>
  )
}
