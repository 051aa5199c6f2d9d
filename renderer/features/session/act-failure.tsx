import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { faultHint } from '../../ui/fault-hint.ts'
import { useSession } from './session-context.tsx'

/** Why the last press wrote nothing. */
export function ActFailure() {
  const { failure } = useSession()
  if (!failure) return null
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Отметка не сделана" role="alert">
      {faultHint(failure)}
    </Alert>
  )
}
