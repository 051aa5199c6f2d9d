import { Divider, Stack } from '@mantine/core'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { LateFactForm } from './late-fact-form.tsx'
import { useSession } from './session-context.tsx'
import { TimesList } from './times-list.tsx'

/** «Отметки приёма»: what was written when; a time put right, a fact entered later than it happened. */
export function TimesDialog() {
  const { closeDialog } = useSession()
  return (
    <InPlacePanel title="Отметки приёма" onClose={() => closeDialog('times')}>
      <Stack>
        <TimesList />
        <Divider label="Внести то, что было раньше" />
        <LateFactForm />
      </Stack>
    </InPlacePanel>
  )
}
