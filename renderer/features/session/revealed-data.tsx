import { Skeleton, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type * as z from 'zod'
import type { RevealedDocument } from '../../../shared/contract/applications.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { QueryFailure } from '../../ui/query-failure.tsx'

interface RevealedDataProps {
  revealed: z.infer<typeof RevealedDocument> | null
  error: unknown
  onRetry: () => void
}

/** What the application says of the person, large enough to compare with the picture. */
export function RevealedData({ revealed, error, onRetry }: RevealedDataProps) {
  if (error) return <QueryFailure title="Данные документа не открыты" error={error} onRetry={onRetry} />
  if (!revealed) return <Skeleton h="var(--layout-header)" aria-label="Открываем данные документа" />
  const { fullName, birthDate, identityDocument } = revealed
  return (
    <Table
      variant="vertical"
      withRowBorders={false}
      verticalSpacing={0}
      horizontalSpacing="xs"
      fz="lg"
      aria-label="Данные заявки для сверки"
    >
      <Table.Tbody>
        <Line name="ФИО">{fullName}</Line>
        <Line name="Родился">{birthDate === null ? 'в заявке не указано' : formatLocalDate(birthDate)}</Line>
        {identityDocument === null ? (
          <Line name="Документ">в заявке не указан</Line>
        ) : (
          <>
            <Line name="Документ">{identityDocument.kind}</Line>
            <Line name="Номер">
              <strong>{[identityDocument.series, identityDocument.number].filter(Boolean).join(' ')}</strong>
            </Line>
            {identityDocument.issuedOn !== null && (
              <Line name="Выдан">
                {formatLocalDate(identityDocument.issuedOn)}
                {identityDocument.issuedBy === null ? '' : `, ${identityDocument.issuedBy}`}
              </Line>
            )}
          </>
        )}
      </Table.Tbody>
    </Table>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th fw={400} fz="sm">
        {name}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  )
}
