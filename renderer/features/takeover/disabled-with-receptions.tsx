import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { countText, nouns } from '../../../shared/text/plural.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { TakeoverDialog } from './takeover-dialog.tsx'

/** Over «Сотрудники»: somebody no longer receives, and citizens are still appointed to them. */
export function DisabledWithReceptions() {
  const { queries } = useWorkstation()
  const people = useQuery({ ...queries.takeover.people.queryOptions(), staleTime: 0 })
  const [fromId, setFromId] = useState<string | null>(null)
  const gone = (people.data ?? []).filter(({ ahead, receives }) => ahead > 0 && !receives)
  return (
    <>
      {gone.map(person => (
        <Alert
          key={person.id}
          color="amber"
          icon={<IconAlertTriangle aria-hidden />}
          title={`${person.shortName} больше не ведёт приёмов`}
        >
          <Group justify="space-between">
            <Text>Впереди {countText(person.ahead, nouns.reception)}: передайте другому специалисту (п. 3.3).</Text>
            <Button variant="default" onClick={() => setFromId(person.id)}>
              Передать приёмы…
            </Button>
          </Group>
        </Alert>
      ))}
      {fromId !== null && <TakeoverDialog fromId={fromId} onClose={() => setFromId(null)} />}
    </>
  )
}
