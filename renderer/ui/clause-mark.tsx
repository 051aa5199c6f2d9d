import { Text } from '@mantine/core'
import { clauseText } from '../../shared/regulation/clause-text.ts'

/** The clause beside its rule; where the order is silent, that is said. */
export function ClauseMark({ clause }: { clause: string | null }) {
  return (
    <Text component="span" size="xs" c="dimmed">
      {clauseText(clause)}
    </Text>
  )
}
