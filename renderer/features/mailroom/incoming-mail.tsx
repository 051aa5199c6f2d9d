import { Stack } from '@mantine/core'
import { useDesk } from '../../app/desk.tsx'
import { LetterFolderForm } from './letter-folder-form.tsx'
import { MailboxSection } from './mailbox-section.tsx'
import { MappingSection } from './mapping-section.tsx'

/** «Настройки» → «Почта», incoming: mailboxes, the watched folder, and what sites call the fields. */
export function IncomingMail() {
  const { role } = useDesk().session.account
  return (
    <Stack gap="xl">
      <MailboxSection />
      <LetterFolderForm />
      {role === 'administrator' && <MappingSection />}
    </Stack>
  )
}
