import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

/** «Позовите руководителя»: who that is; where they sit everybody knows, the program knows no phone of theirs. */
export function HeadsToCall() {
  const { queries } = useWorkstation()
  const colleagues = useQuery(queries.accounts.colleagues.queryOptions())
  const heads = (colleagues.data ?? []).filter(({ role }) => role === 'head')
  return (
    <div>
      <Text size="sm" c="dimmed">
        Позовите руководителя
      </Text>
      {colleagues.error && <ToneText tone="bad">{faultHint(colleagues.error)}</ToneText>}
      {heads.map(({ id, shortName, position }) => (
        <Text key={id} size="lg" fw={600}>
          {shortName}, {position}
        </Text>
      ))}
      {colleagues.data && heads.length === 0 && <Text>В программе руководитель не указан</Text>}
    </div>
  )
}
