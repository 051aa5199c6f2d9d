import { Button, Table } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

/** The fields of п. 2.2; the document is masked, opening it is an act of the event log. */
export function MatterFields({ matter }: { matter: ApplicationMatter }) {
  const { calls } = useWorkstation()
  const { card } = matter
  const reveal = useMutation({
    mutationFn: () => calls.applications.revealDocument({ applicationId: card.id, purpose: 'control' }),
  })
  const opened = reveal.data?.identityDocument ?? null
  return (
    <section aria-label="Данные заявки">
      <Table variant="vertical" withRowBorders={false} verticalSpacing={2} horizontalSpacing="xs" layout="fixed">
        <Table.Tbody>
          <Line name="Телефон">{card.phone === null ? 'не указан' : phoneText(card.phone)}</Line>
          <Line name="Электронная почта">{card.email ?? 'не указана'}</Line>
          <Line name="Дата рождения">{card.birthDate === null ? 'не указана' : formatLocalDate(card.birthDate)}</Line>
          <Line name="Адрес регистрации">{card.address ?? 'не указан'}</Line>
          <Line name="Документ">
            {opened === null ? (
              <>
                {card.maskedDocument ?? 'не указан'}{' '}
                {card.maskedDocument !== null && (
                  <Button size="compact-sm" variant="subtle" loading={reveal.isPending} onClick={() => reveal.mutate()}>
                    Показать (остаётся в журнале событий)
                  </Button>
                )}
              </>
            ) : (
              [opened.kind, opened.series, opened.number, opened.issuedOn && formatLocalDate(opened.issuedOn)]
                .filter(Boolean)
                .join(' ')
            )}
          </Line>
        </Table.Tbody>
      </Table>
      {reveal.error && <ToneText tone="bad">{faultHint(reveal.error)}</ToneText>}
    </section>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w="11rem" fw={400}>
        {name}
      </Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{children}</Table.Td>
    </Table.Tr>
  )
}
