import { Stack, Tabs, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Role } from '../../../shared/contract/procedure.ts'
import { useDesk } from '../../app/desk.tsx'
import { BackupSection } from '../backup/backup-section.tsx'
import { CalendarSection } from '../calendar/calendar-section.tsx'
import { ClockDoubtNote } from '../day/clock-doubt-note.tsx'
import { TemplateSection } from '../rejections/template-section.tsx'
import { TelemostSection } from '../telemost/telemost-section.tsx'
import { EventLogSection } from './event-log-section.tsx'
import { MailSection } from './mail-section.tsx'
import { PolicySection } from './policy-section.tsx'
import { RecoveryKeySection } from './recovery-key-section.tsx'
import classes from './settings.module.css'
import { StaffSection } from './staff-section.tsx'

interface Section {
  readonly value: string
  readonly label: string
  readonly roles: readonly Role[]
  readonly screen: ReactNode
}

const sections: readonly Section[] = [
  { value: 'staff', label: 'Сотрудники', roles: ['administrator'], screen: <StaffSection /> },
  { value: 'policy', label: 'Правила входа и просмотра', roles: ['administrator'], screen: <PolicySection /> },
  {
    value: 'backup',
    label: 'Резервные копии',
    roles: ['administrator', 'technician', 'head'],
    screen: <BackupSection />,
  },
  { value: 'calendar', label: 'Календарь', roles: ['administrator', 'head'], screen: <CalendarSection /> },
  { value: 'documents', label: 'Шаблоны документов', roles: ['administrator'], screen: <TemplateSection /> },
  { value: 'mail', label: 'Почта', roles: ['administrator', 'technician', 'head'], screen: <MailSection /> },
  { value: 'telemost', label: 'Яндекс Телемост', roles: ['administrator'], screen: <TelemostSection /> },
  { value: 'recoveryKey', label: 'Ключ восстановления', roles: ['administrator'], screen: <RecoveryKeySection /> },
  { value: 'eventLog', label: 'Журнал событий', roles: ['administrator', 'head'], screen: <EventLogSection /> },
]

/** «Настройки»: what a role may see of the workplace itself. */
export function SettingsScreen() {
  const { role } = useDesk().session.account
  const shown = sections.filter(({ roles }) => roles.includes(role))
  const [first] = shown
  if (!first) return null
  return (
    <Stack className={classes.page} gap="md" p="md">
      <Title order={1} size="h3">
        Настройки
      </Title>
      {(role === 'administrator' || role === 'head') && <ClockDoubtNote />}
      <Tabs defaultValue={first.value} keepMounted={false}>
        <Tabs.List>
          {shown.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value} className={classes.tab}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map(({ value, screen }) => (
          <Tabs.Panel key={value} value={value} pt="md">
            {screen}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  )
}
