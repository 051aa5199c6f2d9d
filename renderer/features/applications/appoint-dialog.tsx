import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { obstacleWords } from '../../../shared/applications/appointment-text.ts'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { readLink } from '../../../shared/telemost/link.ts'
import { linkRefusalText } from '../../../shared/telemost/link-text.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { NoticePreview } from '../notices/notice-preview.tsx'
import { MakeLinkButton } from '../telemost/make-link-button.tsx'
import { HandTime } from './hand-time.tsx'
import { SlotGrid } from './slot-grid.tsx'

interface AppointDialogProps {
  matter: ApplicationMatter
  onClose: () => void
}

const daysShown = 5

/** The decision to receive (п. 2.4): who, when and by which link; the notice is formed with it. */
export function AppointDialog({ matter, onClose }: AppointDialogProps) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const { account } = useDesk().session
  const colleagues = useQuery(queries.accounts.colleagues.queryOptions())
  const specialists = (colleagues.data ?? []).filter(({ role }) => role === 'specialist')
  const [picked, setPicked] = useState<string | null>(account.role === 'specialist' ? account.id : null)
  const specialistId = picked ?? specialists[0]?.id ?? null
  const [from, setFrom] = useState<string | null>(null)
  const [time, setTime] = useState<string | null>(null)
  const [byHand, setByHand] = useState(false)
  const [link, setLink] = useState('')
  const [reason, setReason] = useState('')
  const [previewShown, setPreviewShown] = useState(false)
  const applicationId = matter.card.id
  const slots = useQuery({
    ...queries.applications.slots.queryOptions({
      input: { applicationId, specialistId: specialistId ?? applicationId, from, days: daysShown },
    }),
    enabled: specialistId !== null,
    placeholderData: keepPreviousData,
    // Somebody else may have taken a time meanwhile.
    staleTime: 0,
  })
  const chosen = time ?? (byHand ? null : (slots.data?.earliestLocal ?? null))
  const appoint = useMutation({
    mutationFn: (to: { specialistId: string; appointedLocal: string }) =>
      calls.applications.appoint({
        ...{ ...to, applicationId, link, overrideReason: reason.trim() === '' ? null : reason.trim() },
      }),
    onSuccess: ({ notice }) => {
      void queryClient.invalidateQueries({ queryKey: queries.applications.key() })
      void queryClient.invalidateQueries({ queryKey: queries.receptions.day.key() })
      void queryClient.invalidateQueries({ queryKey: queries.day.state.key() })
      notifications.show(
        notice === 'formed'
          ? { color: 'green', message: 'Приём назначен, уведомление составлено и ждёт отправки' }
          : { color: 'amber', message: 'Приём назначен. Сообщите о нём по телефону и отметьте это в заявке' },
      )
      onClose()
    },
    onError: () => void slots.refetch(),
  })
  const noVideoConsent = !matter.card.consentVideo
  const fields = faultFields(appoint.error)
  const reading = readLink(link)
  const linkError = link.trim() !== '' && !reading.ok ? linkRefusalText(reading.refusal) : fields.link
  const asksReason = noVideoConsent || byHand || fields.overrideReason !== undefined || reason !== ''
  const ready = specialistId !== null && chosen !== null && reading.ok && (!noVideoConsent || reason.trim() !== '')
  const previewed =
    specialistId !== null && chosen !== null && reading.ok && matter.card.email !== null
      ? { specialistId, appointedLocal: chosen, link }
      : null
  const submit = () => {
    if (specialistId !== null && chosen !== null) appoint.mutate({ specialistId, appointedLocal: chosen })
  }
  const shift = (days: number) => {
    const first = slots.data?.from
    if (first) setFrom(Temporal.PlainDate.from(first).add({ days }).toString())
  }
  return (
    <Modal opened onClose={onClose} title="Назначить приём (п. 2.4)" size="xl" closeOnClickOutside={false}>
      <FactForm ready={ready} pending={appoint.isPending} onFact={submit}>
        <Stack gap="sm">
          <Text>
            {matter.card.fullName}, № {matter.card.journalNumber} в журнале.
          </Text>
          <Select
            label="Кто проведёт приём"
            required
            allowDeselect={false}
            data={specialists.map(({ id, shortName, position }) => ({ value: id, label: `${shortName}, ${position}` }))}
            value={specialistId}
            onChange={value => {
              setPicked(value)
              setTime(null)
            }}
            error={fields.specialistId}
          />
          {slots.error && (
            <QueryFailure title="Время не прочитано" error={slots.error} onRetry={() => void slots.refetch()} />
          )}
          {!slots.data && !slots.error && <Loading label="Ищем свободное время…" />}
          {slots.data && (
            <>
              <Group justify="space-between">
                <Group gap="xs">
                  <Button size="compact-md" variant="default" onClick={() => shift(-7)}>
                    ← Неделя
                  </Button>
                  <Button size="compact-md" variant="default" onClick={() => shift(7)}>
                    Неделя →
                  </Button>
                </Group>
                <Text size="sm" c="dimmed">
                  По {slots.data.slotMinutes} минут, обед и выходные пропущены <ClauseMark clause="п. 1.2" />
                </Text>
              </Group>
              {!byHand && <SlotGrid grid={slots.data} chosen={chosen} onChoose={setTime} />}
              {slots.data.missingYear !== null && (
                <Text size="sm" c="var(--tone-warn)">
                  Дальше времени нет: календарь на {slots.data.missingYear} год не загружен.
                </Text>
              )}
            </>
          )}
          {byHand ? (
            <HandTime onChange={setTime} error={fields.appointedLocal} />
          ) : (
            <Group justify="space-between">
              <Text fw={600} role="status">
                {chosen === null
                  ? 'Время не выбрано'
                  : `Выбрано: ${formatLocalDate(chosen.slice(0, 10))} в ${chosen.slice(11)}`}
              </Text>
              <Button
                size="compact-md"
                variant="subtle"
                onClick={() => {
                  setByHand(true)
                  setTime(null)
                }}
              >
                Другое время…
              </Button>
            </Group>
          )}
          <TextInput
            label="Ссылка на встречу в Телемосте или её номер"
            description="Называется в уведомлении; одна ссылка служит одной заявке"
            placeholder="https://telemost.yandex.ru/j/…"
            required
            autoComplete="off"
            value={link}
            onChange={event => {
              setLink(event.currentTarget.value)
              appoint.reset()
            }}
            error={linkError}
          />
          <MakeLinkButton receptionId={null} onMade={setLink} />
          {asksReason && (
            <GrowingTextarea
              label="Почему приём назначается вопреки правилу"
              description={
                noVideoConsent
                  ? `${obstacleWords.videoConsentMissing}. Причина остаётся в заявке`
                  : 'Вне графика или раньше срока ответа решает руководитель; причина остаётся в заявке'
              }
              required={noVideoConsent}
              minRows={2}
              maxRows={4}
              maxLength={500}
              autoComplete="off"
              value={reason}
              onChange={event => setReason(event.currentTarget.value)}
              error={fields.overrideReason}
            />
          )}
          {matter.card.email === null && (
            <Text size="sm" c="var(--tone-warn)">
              Электронной почты нет: о приёме сообщите по телефону {phoneText(matter.card.phone ?? '')} и отметьте это.
            </Text>
          )}
          {previewed !== null && (
            <>
              <div>
                <Button
                  size="compact-md"
                  variant="default"
                  aria-expanded={previewShown}
                  onClick={() => setPreviewShown(!previewShown)}
                >
                  {previewShown ? 'Скрыть уведомление' : 'Показать уведомление'}
                </Button>
              </div>
              {previewShown && (
                <NoticePreview
                  kind="appointment"
                  applicationId={applicationId}
                  receptionId={null}
                  proposed={previewed}
                />
              )}
            </>
          )}
          {appoint.error && (
            <Alert color="red" role="alert" title="Приём не назначен, введённое осталось в форме">
              {faultHint(appoint.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Отмена
            </Button>
            <FactButton loading={appoint.isPending} disabled={!ready} onClick={submit}>
              Назначить приём
            </FactButton>
          </Group>
        </Stack>
      </FactForm>
    </Modal>
  )
}
