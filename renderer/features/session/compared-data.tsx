import { Checkbox, Skeleton, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type * as z from 'zod'
import type { RevealedDocument } from '../../../shared/contract/applications.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { type IdentificationValues, matchLabels } from './identification-values.ts'
import { isNoticeFirst } from './notice-first.ts'
import { useSession } from './session-context.tsx'
import { useSessionKey } from './use-session-key.ts'

type MatchName = keyof IdentificationValues

interface ComparedDataProps {
  /** Null while it is being opened. */
  revealed: z.infer<typeof RevealedDocument> | null
  error: unknown
  onRetry: () => void
  values: IdentificationValues
  onChange: (values: IdentificationValues) => void
}

/** What the application says of the person beside its tick, large enough to compare with the picture. */
export function ComparedData({ revealed, error, onRetry, values, onChange }: ComparedDataProps) {
  const document = revealed?.identityDocument ?? null
  // Where the application names no document there is no number to compare.
  const isDocumentKnown = revealed === null || document !== null
  const toggle = (name: MatchName) => onChange({ ...values, [name]: !values[name] })
  // Of a step that waits out of sight nothing is ticked.
  const isInSight = !isNoticeFirst(useSession().detail.card.state)
  useSessionKey('digit1', () => toggle('face'), isInSight)
  useSessionKey('digit2', () => toggle('fullName'), isInSight)
  useSessionKey('digit3', () => toggle('birthDate'), isInSight)
  useSessionKey('digit4', () => toggle('documentNumber'), isInSight && isDocumentKnown)
  const line = (name: MatchName, keys: string, value: ReactNode) => (
    <Table.Tr>
      <Table.Td w="1%" style={{ whiteSpace: 'nowrap' }}>
        <Checkbox
          label={matchLabels[name]}
          aria-keyshortcuts={keys}
          checked={values[name]}
          onChange={() => toggle(name)}
        />
      </Table.Td>
      <Table.Td fz="lg">{revealed === null && name !== 'face' ? <Skeleton h="1em" /> : value}</Table.Td>
      <Table.Td w="1%">
        <HotkeyHint keys={keys} />
      </Table.Td>
    </Table.Tr>
  )
  return (
    <>
      {error !== null && error !== undefined && (
        <QueryFailure title="Данные документа не открыты" error={error} onRetry={onRetry} />
      )}
      <Table verticalSpacing={2} horizontalSpacing={4} aria-label="Данные заявки для сверки">
        <Table.Tbody>
          {line('face', '1', 'как в документе')}
          {line('fullName', '2', <strong>{revealed?.fullName}</strong>)}
          {line('birthDate', '3', dayOr(revealed?.birthDate ?? null))}
          {isDocumentKnown ? (
            line(
              'documentNumber',
              '4',
              <>
                <strong>{[document?.series, document?.number].filter(Boolean).join(' ')}</strong>
                {document !== null && <small> {aboutDocument(document)}</small>}
              </>,
            )
          ) : (
            <Table.Tr>
              <Table.Td colSpan={3}>Документ в заявке не указан</Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </>
  )
}

const dayOr = (day: string | null): string => (day === null ? 'в заявке не указано' : formatLocalDate(day))

/** «Паспорт гражданина РФ, выдан 01.02.2003, УВД». */
function aboutDocument({
  kind,
  issuedOn,
  issuedBy,
}: NonNullable<z.infer<typeof RevealedDocument>['identityDocument']>): string {
  const issued = issuedOn === null ? null : `выдан ${formatLocalDate(issuedOn)}`
  return [kind, issued, issuedBy].filter(Boolean).join(', ')
}
