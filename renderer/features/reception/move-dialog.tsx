import { Alert, Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import type { MoveReason } from '../../../shared/reception/event.ts'
import { formatLocalDate, formatTime, localDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs, useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import {
  confirmationWords,
  type MoveValues,
  moveErrors,
  moveReasonWords,
  moveRefusals,
  toMoveRequest,
} from './move-values.ts'
import { SpecialistField } from './specialist-field.tsx'

interface MoveDialogProps {
  card: DayCard
  onClose: () => void
  /** The id of the second reception. */
  onMoved?: (receptionId: string) => void
}

/** Before a reception begins a fault is not a reason: it is found in the reception, and the citizen is called. */
const reasonsBefore: readonly MoveReason[] = ['specialistReplaced', 'citizenAsked']

/** «Другой срок…»: a second reception of the same application, on the same row of the journal. */
export function MoveDialog({ card, onClose, onMoved }: MoveDialogProps) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const timeZone = useTimeZone()
  const nowMs = useNowMs() ?? Date.now()
  const { step, facts, nextSequence } = card.state
  const fixed = step.name === 'moving' ? step.reason : null
  const agreed = facts.calls.findLast(call => call.agreedTime !== null)?.agreedTime ?? null
  const form = useForm<MoveValues>({
    initialValues: {
      reason: fixed ?? 'citizenAsked',
      basis: '',
      specialistId: null,
      date: agreed === null ? null : localDate(agreed, timeZone),
      time: agreed === null ? '' : formatTime(agreed, timeZone),
      newLink: '',
    },
    validate: values => moveErrors(values, nowMs, timeZone),
  })
  const { reason } = form.values
  const move = useMutation({
    mutationFn: (values: MoveValues) =>
      calls.receptions.move(toMoveRequest(values, { receptionId: card.id, expectedSequence: nextSequence })),
    onSuccess: ({ receptionId }, { date, time }) => {
      for (const queryKey of [
        queries.receptions.day.key(),
        queries.receptions.open.key(),
        queries.receptions.detail.key({ input: { receptionId: card.id } }),
      ]) {
        void queryClient.invalidateQueries({ queryKey })
      }
      notifications.show({
        color: 'green',
        message: `Заявка № ${card.journalNumber}: приём перенесён на ${formatLocalDate(date ?? '')}, ${time}`,
      })
      onClose()
      onMoved?.(receptionId)
    },
    onError: error => form.setErrors(moveRefusals(faultFields(error))),
  })
  const submit = () => form.onSubmit(values => move.mutate(values))()
  return (
    <Modal opened onClose={onClose} title="Другой срок" size="lg" closeOnClickOutside={false}>
      <FactForm ready pending={move.isPending} onFact={submit}>
        <Stack gap="sm">
          <Text>
            {card.shortName}, № {card.journalNumber} в журнале. Номер остаётся прежним, время приёма меняется.
          </Text>
          {fixed === null ? (
            <Radio.Group label="Почему переносится" {...form.getInputProps('reason')}>
              <Stack gap="xs" mt="xs">
                {reasonsBefore.map(value => (
                  <Radio key={value} value={value} label={moveReasonWords[value]} />
                ))}
                <Text size="sm" c="dimmed">
                  Неисправность (п. 3.5) отмечается в самом приёме: откройте комнату, затем «Неисправность…» и звонок
                  гражданину.
                </Text>
              </Stack>
            </Radio.Group>
          ) : (
            <Text fw={600}>{moveReasonWords[fixed]}</Text>
          )}
          {reason === 'specialistReplaced' && (
            <SpecialistField exceptId={facts.specialistId} {...form.getInputProps('specialistId')} />
          )}
          {reason !== 'fault' && (
            <GrowingTextarea
              label="Кто и почему решил"
              description="Порядком не урегулировано: решение принимает человек, оно хранится с его именем"
              required
              minRows={2}
              maxRows={6}
              maxLength={500}
              autoComplete="off"
              {...form.getInputProps('basis')}
            />
          )}
          <Group grow align="flex-start">
            <DayField
              label="Новая дата"
              required
              minDate={localDate(nowMs, timeZone)}
              {...form.getInputProps('date')}
            />
            <TimeField label="Новое время (местное)" required {...form.getInputProps('time')} />
          </Group>
          <TextInput
            label="Новая ссылка на встречу или её номер"
            description={
              card.link === null ? 'Можно добавить позже' : 'Оставьте пустым, если встреча в Телемосте остаётся прежней'
            }
            placeholder="https://telemost.yandex.ru/j/…"
            autoComplete="off"
            {...form.getInputProps('newLink')}
          />
          <Text size="sm">{confirmationWords(form.values, facts.appointedAt, timeZone)}</Text>
          {move.error && (
            <Alert color="red" role="alert" title="Приём не перенесён, введённое осталось в форме">
              {faultHint(move.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Отмена
            </Button>
            <FactButton loading={move.isPending} onClick={submit}>
              Перенести приём
            </FactButton>
          </Group>
        </Stack>
      </FactForm>
    </Modal>
  )
}
