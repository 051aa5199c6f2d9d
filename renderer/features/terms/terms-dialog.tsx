import { Stack, Table, Text } from '@mantine/core'
import { amountText } from '../../../shared/calendar/term-text.ts'
import type { ApplicationTerm } from '../../../shared/contract/applications.ts'
import { formatDate, formatLocalDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { CountedBy } from './counted-by.tsx'
import { termTone } from './term-tone.ts'
import { useTermText } from './use-term-text.ts'

/** All terms of an application: what, how long and from when, where it stands, by which calendar. */
export function TermsDialog({ terms, onClose }: { terms: readonly ApplicationTerm[]; onClose: () => void }) {
  return (
    <InPlacePanel title="Сроки по заявке" onClose={onClose}>
      <Stack gap="sm">
        <Table withTableBorder verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Срок</Table.Th>
              <Table.Th>Сколько и с какого дня</Table.Th>
              <Table.Th>Сейчас</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {terms.map(one => (
              <TermRow key={one.term.id} {...one} />
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm" c="dimmed">
          День события не считается, срок идёт со следующего дня и кончается в 24:00 последнего (по аналогии со ст. 191,
          194 ГК РФ: порядок этого не говорит). Осторожный счёт начинает с самого дня события. К концу рабочего дня
          успевайте всегда.
        </Text>
        <CountedBy />
      </Stack>
    </InPlacePanel>
  )
}

function TermRow({ term, state, recounted }: ApplicationTerm) {
  const textOf = useTermText()
  const timeZone = useTimeZone()
  return (
    <Table.Tr>
      <Table.Td>
        {term.title} <ClauseMark clause={term.clause} />
      </Table.Td>
      <Table.Td>
        {amountText(term)} {term.startText}
      </Table.Td>
      <Table.Td>
        <ToneText tone={termTone(state)}>{textOf(term, state)}</ToneText>
        {(state.kind === 'running' || state.kind === 'overdue') && state.due.cautiousOn < state.due.legalOn && (
          <Text size="sm" c="dimmed">
            По осторожному счёту до {formatLocalDate(state.due.cautiousOn)}
          </Text>
        )}
        {recounted !== null && (
          <Text size="sm" c="dimmed">
            Пересчитан {formatDate(recounted.at, timeZone)}: был по {formatLocalDate(recounted.legalBefore)}, стал по{' '}
            {formatLocalDate(recounted.legalAfter)}. Основание: {recounted.basis}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
