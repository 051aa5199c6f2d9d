import { Center, Paper } from '@mantine/core'
import { RestoreElsewhere } from '../backup/restore-elsewhere.tsx'
import { FirstRunForm } from './first-run-form.tsx'
import { type IssuedKey, RecoveryKeyCard } from './recovery-key-card.tsx'

interface FirstRunScreenProps {
  minimumLength: number
  /** Kept by the gate: nothing may take the key off the screen before it is ticked off. */
  issued: IssuedKey | null
  onIssued: (issued: IssuedKey) => void
  onDone: () => void
}

/** First start: who works here and where things lie, then the recovery key shown once. */
export function FirstRunScreen({ minimumLength, issued, onIssued, onDone }: FirstRunScreenProps) {
  return (
    <Center component="main" mih="100%" p="md">
      <Paper withBorder p="lg" w="100%" maw="var(--layout-form)">
        {issued === null ? (
          <>
            <FirstRunForm minimumLength={minimumLength} onFilled={onIssued} />
            <RestoreElsewhere />
          </>
        ) : (
          <RecoveryKeyCard issued={issued} titleOrder={1} doneText="Перейти ко входу" onDone={onDone} />
        )}
      </Paper>
    </Center>
  )
}
