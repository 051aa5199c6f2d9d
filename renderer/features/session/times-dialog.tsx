import { Divider, Modal, Stack } from '@mantine/core'
import { LateFactForm } from './late-fact-form.tsx'
import { useSession } from './session-context.tsx'
import { TimesList } from './times-list.tsx'

/** «Отметки приёма»: what was written when; a time put right, a fact entered later than it happened. */
export function TimesDialog() {
  const { dialog, closeDialog } = useSession()
  return (
    <Modal opened={dialog === 'times'} onClose={() => closeDialog('times')} title="Отметки приёма" size="xl">
      <Stack>
        <TimesList />
        <Divider label="Внести то, что было раньше" />
        <LateFactForm />
      </Stack>
    </Modal>
  )
}
