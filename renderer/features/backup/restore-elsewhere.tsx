import { Button, Divider, Stack } from '@mantine/core'
import { IconDatabaseImport } from '@tabler/icons-react'
import { useState } from 'react'
import { Loading } from '../../ui/loading.tsx'
import { RecoveryCopies } from './recovery-copies.tsx'

const thisComputer = Intl.DateTimeFormat().resolvedOptions().timeZone

/** On a computer that was never set up: the workplace of another one, from its copy and the recovery key. */
export function RestoreElsewhere() {
  const [open, setOpen] = useState(false)
  const [restarting, setRestarting] = useState(false)
  if (restarting) return <Loading label="Рабочее место открывается снова…" />
  return (
    <Stack gap="md" mt="lg">
      <Divider />
      {open ? (
        <RecoveryCopies
          state={{ directory: null, backups: [], timeZone: thisComputer }}
          noCopiesText="Укажите папку с копиями другого компьютера."
          onRestart={() => setRestarting(true)}
        />
      ) : (
        <Button
          variant="subtle"
          leftSection={<IconDatabaseImport aria-hidden size="1.1em" />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setOpen(true)}
        >
          Перенести рабочее место с другого компьютера…
        </Button>
      )}
    </Stack>
  )
}
