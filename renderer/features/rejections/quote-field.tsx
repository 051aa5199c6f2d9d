import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Rejection } from '../../../shared/contract/rejections.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { useRejectionChange } from './use-rejection-change.ts'

interface QuoteFieldProps {
  rejection: Rejection
  quote: string
  fault: string | undefined
  onQuote: (quote: string) => void
}

/** The abusive words: kept apart, covered, shown by a logged act; and the one click to tell the head. */
export function QuoteField({ rejection, quote, fault, onQuote }: QuoteFieldProps) {
  const { calls } = useWorkstation()
  const { applicationId, hasQuote, headTold } = rejection
  const tell = useRejectionChange(() => calls.rejections.tellHead({ applicationId }))
  return (
    <Stack gap="xs">
      {hasQuote && <CoveredQuote applicationId={applicationId} />}
      <GrowingTextarea
        label={hasQuote ? 'Заменить записанные выражения' : 'Выражения из заявки'}
        description="Хранятся отдельно и закрыты: в решение и в журнал не попадают."
        required={!hasQuote}
        minRows={2}
        maxRows={4}
        maxLength={2000}
        spellCheck={false}
        autoComplete="off"
        value={quote}
        error={fault}
        onChange={event => onQuote(event.currentTarget.value)}
      />
      {headTold ? (
        <ToneText tone="good">Руководителю сообщено: заявка в его списке «Сделать сегодня».</ToneText>
      ) : (
        <div>
          <Button variant="default" loading={tell.isPending} onClick={() => tell.mutate(undefined)}>
            Сообщить руководителю
          </Button>
        </div>
      )}
      {tell.error !== null && <ToneText tone="bad">{faultHint(tell.error)}</ToneText>}
    </Stack>
  )
}

/** «••••••» until somebody asks; the asking is an event of the log. */
export function CoveredQuote({ applicationId }: { applicationId: string }) {
  const { calls } = useWorkstation()
  const reveal = useMutation({ mutationFn: () => calls.rejections.revealQuote({ applicationId }), gcTime: 0 })
  return (
    <Group gap="sm">
      <Text size="sm">Выражения из заявки: {reveal.data ? `«${reveal.data.quote}»` : '••••••••'}</Text>
      {reveal.data ? (
        <Button size="compact-md" variant="subtle" onClick={reveal.reset}>
          Закрыть
        </Button>
      ) : (
        <Button size="compact-md" variant="subtle" loading={reveal.isPending} onClick={() => reveal.mutate()}>
          Показать (запишется в журнал событий)
        </Button>
      )}
      {reveal.error !== null && <ToneText tone="bad">{faultHint(reveal.error)}</ToneText>}
    </Group>
  )
}
