import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { obstacleWords } from '../../../shared/applications/appointment-text.ts'
import type { Appointment } from '../../../shared/contract/appointments.ts'
import { meetingOrigin, readLink } from '../../../shared/telemost/link.ts'
import { linkRefusalText } from '../../../shared/telemost/link-text.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useDesk, useHost } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { MakeLinkButton } from '../telemost/make-link-button.tsx'
import { HandTime } from './hand-time.tsx'
import { SlotGrid } from './slot-grid.tsx'

const daysShown = 5

/** Who, when and by which link, as far as it is chosen; `chosen` is what the workstation is asked for, null = not ready. */
export function useAppointment({
  applicationId,
  hasVideoConsent,
}: {
  /** null: not registered yet. */
  applicationId: string | null
  hasVideoConsent: boolean
}) {
  const { queries } = useWorkstation()
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
  const slots = useQuery({
    ...queries.applications.slots.queryOptions({
      input: { applicationId, specialistId: specialistId ?? account.id, from, days: daysShown },
    }),
    enabled: specialistId !== null,
    placeholderData: keepPreviousData,
    // Somebody else may have taken a time meanwhile.
    staleTime: 0,
  })
  const appointedLocal = time ?? (byHand ? null : (slots.data?.earliestLocal ?? null))
  const overrideReason = reason.trim() === '' ? null : reason.trim()
  const isReady =
    specialistId !== null &&
    appointedLocal !== null &&
    readLink(link).ok &&
    (hasVideoConsent || overrideReason !== null)
  const chosen: Omit<Appointment, 'applicationId'> | null = isReady
    ? { specialistId, appointedLocal, link, overrideReason }
    : null
  return {
    ...{ specialists, specialistId, slots, appointedLocal, byHand, link, reason, hasVideoConsent, chosen },
    ...{ setTime, setLink, setReason },
    choosePerson(id: string | null) {
      setPicked(id)
      setTime(null)
    },
    chooseByHand() {
      setByHand(true)
      setTime(null)
    },
    shift(days: number) {
      const first = slots.data?.from
      if (first) setFrom(Temporal.PlainDate.from(first).add({ days }).toString())
    },
  }
}

/** What is missing of it, in words; null = it can be asked for. */
export function unreadyAppointment({
  specialistId,
  appointedLocal,
  link,
  chosen,
}: Pick<ReturnType<typeof useAppointment>, 'specialistId' | 'appointedLocal' | 'link' | 'chosen'>): string | null {
  if (chosen !== null) return null
  if (specialistId === null) return 'Выберите, кто проведёт приём.'
  if (appointedLocal === null) return 'Выберите время приёма.'
  const reading = readLink(link)
  if (link.trim() === '') return 'Вставьте ссылку на встречу.'
  // What is wrong with it stands at the field.
  return reading.ok ? 'Укажите, почему приём назначается вопреки правилу.' : 'Исправьте ссылку на встречу.'
}

interface AppointmentChoiceProps {
  appointment: ReturnType<typeof useAppointment>
  /** What the workstation refused, by the names of `Appointment`. */
  faults: Readonly<Record<string, string | undefined>>
  /** Something is changed after a refusal. */
  onChange: () => void
  /** The times are what the person came for. */
  takesFocus?: boolean
}

/** The fields of the decision to receive (п. 2.4): official, time and link; the workstation judges them. */
export function AppointmentChoice({ appointment, faults, onChange, takesFocus = false }: AppointmentChoiceProps) {
  const { specialists, specialistId, slots, appointedLocal, byHand, link, reason, hasVideoConsent } = appointment
  const host = useHost()
  const reading = readLink(link)
  const linkError = link.trim() !== '' && !reading.ok ? linkRefusalText(reading.refusal) : faults.link
  const asksReason = !hasVideoConsent || byHand || faults.overrideReason !== undefined || reason !== ''
  return (
    <>
      {/* The link stands where it is seen beside the times, however low the window is. */}
      <Group grow align="flex-start">
        <Select
          label="Кто проведёт приём"
          required
          allowDeselect={false}
          data={specialists.map(({ id, shortName, position }) => ({ value: id, label: `${shortName}, ${position}` }))}
          value={specialistId}
          onChange={appointment.choosePerson}
          error={faults.specialistId}
        />
        <TextInput
          label="Ссылка на встречу в Телемосте или её номер"
          placeholder="https://telemost.yandex.ru/j/…"
          required
          autoComplete="off"
          value={link}
          onChange={event => {
            appointment.setLink(event.currentTarget.value)
            onChange()
          }}
          error={linkError}
        />
      </Group>
      <Group gap="sm">
        <MakeLinkButton receptionId={null} onMade={appointment.setLink} />
        {host === 'browser' && (
          <Button
            variant="default"
            leftSection={<IconExternalLink aria-hidden size="1.1em" />}
            renderRoot={props => <a href={meetingOrigin} target="_blank" rel="noreferrer" {...props} />}
          >
            Открыть Телемост
          </Button>
        )}
      </Group>
      {slots.error && (
        <QueryFailure title="Время не прочитано" error={slots.error} onRetry={() => void slots.refetch()} />
      )}
      {!slots.data && !slots.error && <Loading label="Ищем свободное время…" />}
      {slots.data && (
        <>
          <Group justify="space-between">
            <Group gap="xs">
              <Button size="compact-md" variant="default" onClick={() => appointment.shift(-7)}>
                ← Неделя
              </Button>
              <Button size="compact-md" variant="default" onClick={() => appointment.shift(7)}>
                Неделя →
              </Button>
            </Group>
            <Text size="sm" c="dimmed">
              По {slots.data.slotMinutes} минут, обед и выходные пропущены <ClauseMark clause="п. 1.2" />
            </Text>
          </Group>
          {!byHand && (
            <SlotGrid
              grid={slots.data}
              chosen={appointedLocal}
              onChoose={appointment.setTime}
              takesFocus={takesFocus}
            />
          )}
          {slots.data.missingYear !== null && (
            <Text size="sm" c="var(--tone-warn)">
              Дальше времени нет: календарь на {slots.data.missingYear} год не загружен.
            </Text>
          )}
        </>
      )}
      {byHand ? (
        <HandTime onChange={appointment.setTime} error={faults.appointedLocal} />
      ) : (
        <Group justify="space-between">
          <Text fw={600} role="status">
            {appointedLocal === null
              ? 'Время не выбрано'
              : `Выбрано: ${formatLocalDate(appointedLocal.slice(0, 10))} в ${appointedLocal.slice(11)}`}
          </Text>
          <Button size="compact-md" variant="subtle" onClick={appointment.chooseByHand}>
            Другое время…
          </Button>
        </Group>
      )}
      {asksReason && (
        <GrowingTextarea
          label="Почему приём назначается вопреки правилу"
          description={
            hasVideoConsent
              ? 'Вне графика или раньше срока ответа решает руководитель; причина остаётся в заявке'
              : `${obstacleWords.videoConsentMissing}. Причина остаётся в заявке`
          }
          required={!hasVideoConsent}
          minRows={2}
          maxRows={4}
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={event => appointment.setReason(event.currentTarget.value)}
          error={faults.overrideReason}
        />
      )}
    </>
  )
}
