import { Stack } from '@mantine/core'
import { useDesk } from '../../app/desk.tsx'
import { IncomingMail } from '../mailroom/incoming-mail.tsx'
import { CitizenPhone } from '../notices/citizen-phone.tsx'
import { OutgoingServerSection } from '../notices/outgoing-server-section.tsx'
import { TemplateSection } from '../notices/template-section.tsx'

/** «Почта»: what a role may see of the letters and their servers. */
export function MailSection() {
  const { role } = useDesk().session.account
  return (
    <Stack gap="xl">
      {role !== 'head' && <IncomingMail />}
      {role !== 'head' && <OutgoingServerSection />}
      {role === 'administrator' && <CitizenPhone />}
      {role !== 'technician' && <TemplateSection />}
    </Stack>
  )
}
