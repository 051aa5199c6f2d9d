import { Text } from '@mantine/core'
import { isEnteredLater, traceOf } from '../../../shared/reception/trace.ts'
import { useSession } from './session-context.tsx'

/** «внесено позже» or «время изменено» beside a tick whose time was not simply now. */
export function LateMark({ madeBy }: { madeBy: readonly string[] }) {
  const { detail } = useSession()
  const tick = traceOf(detail.events).findLast(event => !event.undone && madeBy.includes(event.action.kind))
  if (!tick) return null
  const words = tick.replaced.length > 0 ? 'время изменено' : isEnteredLater(tick) ? 'внесено позже' : null
  if (words === null) return null
  return (
    <Text size="xs" c="dimmed" flex="none">
      {words}
    </Text>
  )
}
