import { Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { eventWords } from '../../../shared/reception/event-words.ts'
import { isEnteredLater, type TracedEvent, traceOf } from '../../../shared/reception/trace.ts'
import { formatTimeWithSeconds } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { CorrectTime } from './correct-time.tsx'
import { useSession } from './session-context.tsx'
import { sourceWords } from './source-words.ts'

/** Every event in its stored order, with what a correction replaced; a correctable one can be changed in its row. */
export function TimesList() {
  const { detail } = useSession()
  const [editing, setEditing] = useState<number | null>(null)
  const traced = traceOf(detail.events)
  if (traced.length === 0) return <Text c="dimmed">Отметок ещё нет</Text>
  return (
    <Table verticalSpacing="xs" aria-label="Отметки приёма">
      <Table.Tbody>
        {traced.map(event => (
          <Table.Tr key={event.sequence}>
            <Table.Td>
              <Moment event={event} />
            </Table.Td>
            <Table.Td>
              <Text {...(event.undone ? { td: 'line-through', c: 'dimmed' } : {})}>{eventWords(event.action)}</Text>
            </Table.Td>
            <Table.Td>
              {event.correctable && (
                <CorrectTime
                  event={event}
                  open={editing === event.sequence}
                  onOpen={open => setEditing(open ? event.sequence : null)}
                />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** The moment that counts; under it where it comes from, when it is not simply now and by hand. */
function Moment({ event }: { event: TracedEvent }) {
  const timeZone = useTimeZone()
  const at = (moment: string) => formatTimeWithSeconds(moment, timeZone)
  return (
    <Stack gap={0}>
      <Text>{at(event.occurredAt)}</Text>
      {event.replaced.length > 0 && (
        <Text size="xs" c="dimmed">
          было {event.replaced.map(at).join(', ')}
        </Text>
      )}
      {isEnteredLater(event) && (
        <Text size="xs" c="dimmed">
          внесено позже, в {at(event.recordedAt)}, {sourceWords[event.source]}
        </Text>
      )}
      {event.undone && (
        <Text size="xs" c="dimmed">
          отменено
        </Text>
      )}
    </Stack>
  )
}
