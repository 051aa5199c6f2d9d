import { Button, Popover, ScrollArea, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { EarlierReception } from '../../../shared/contract/receptions.ts'
import { formatDate } from '../../../shared/text/date-time.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { outcomeTitle } from './reception-word.ts'

/** What the same person came with before: a press opens it; nothing at all for somebody who is here first. */
export function EarlierReceptions({ receptionId }: { receptionId: string }) {
  const { queries } = useWorkstation()
  const earlier = useQuery(queries.receptions.earlier.queryOptions({ input: { receptionId } }))
  if (earlier.data === undefined || earlier.data.length === 0) return null
  return (
    <Popover position="bottom-start" shadow="md" width="var(--layout-list)" trapFocus>
      <Popover.Target>
        <Button size="compact-md" variant="default" leftSection={<IconHistory aria-hidden size="1.1em" />}>
          Раньше: {countText(earlier.data.length, nouns.reception)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Прежние приёмы">
        <ScrollArea.Autosize mah="24rem" type="auto" tabIndex={0}>
          <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
            {earlier.data.map(one => (
              <EarlierLine key={one.receptionId} reception={one} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

const endings = { closed: 'закрыт', cancelled: 'отменён', moved: 'перенесён' } as const

function EarlierLine({ reception }: { reception: EarlierReception }) {
  const regulation = useRegulation()
  const timeZone = useTimeZone()
  const { appointedAt, journalNumber, outcome, step, topic, resultText } = reception
  const ending = outcome === null ? endings[step] : outcomeTitle(regulation, outcome)
  return (
    <li>
      <Text fw={600}>
        {formatDate(appointedAt, timeZone)}, № {journalNumber}: {ending}
      </Text>
      <Text>{topic}</Text>
      {resultText !== '' && (
        <Text size="sm" c="dimmed">
          {resultText}
        </Text>
      )}
    </li>
  )
}
