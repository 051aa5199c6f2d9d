import { Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { WorkSchedule } from '../../../shared/calendar/schedule.ts'
import type { CalendarState } from '../../../shared/contract/calendar.ts'
import { formatDate, zoneNote } from '../../../shared/text/date-time.ts'
import { faultHint } from '../../ui/fault-hint.ts'
import { TimeField } from '../../ui/time-field.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { type ScheduleValues, scheduleValues, toSchedule, weekdayNames } from './schedule-values.ts'
import { useCalendarChange } from './use-calendar-change.ts'

/** «График работы органа»: hours by weekday and the lunch; the end of a working day is what terms aim at. */
export function ScheduleForm({
  calendar: { schedule, scheduleDecision, timeZone, today },
}: {
  calendar: CalendarState
}) {
  const [values, setValues] = useState<ScheduleValues>(() => scheduleValues(schedule))
  const [basis, setBasis] = useState('')
  const entered = WorkSchedule.safeParse(toSchedule(values))
  const changed = JSON.stringify(toSchedule(values)) !== JSON.stringify(schedule)
  const save = useCalendarChange(
    (calls, chosen: WorkSchedule) => calls.setSchedule({ schedule: chosen, basis: basis.trim() }),
    () => notifications.show({ color: 'green', message: 'График работы записан' }),
  )
  const setDay = (index: number, change: Partial<ScheduleValues['days'][number]>) =>
    setValues({ ...values, days: values.days.map((day, at) => (at === index ? { ...day, ...change } : day)) })
  return (
    <Stack gap="sm" component="section" aria-labelledby="calendar-schedule">
      <Title order={2} size="h4" id="calendar-schedule">
        График работы органа
      </Title>
      <Text c="dimmed">
        {scheduleDecision === null
          ? 'Пока не задан: взят обычный график. Впишите график вашего органа.'
          : `Основание: ${scheduleDecision.basis}. Внесено ${formatDate(scheduleDecision.at, timeZone)}: ${scheduleDecision.authorName}.`}{' '}
        Предпраздничный день короче на час (ст. 95 ТК РФ). Часы указаны по времени органа:{' '}
        {zoneNote(`${today}T00:00:00Z`, timeZone)}.
      </Text>
      <Table withTableBorder verticalSpacing={4} w="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>День</Table.Th>
            <Table.Th>Начало</Table.Th>
            <Table.Th>Конец</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weekdayNames.map((name, index) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>
                <HoursField
                  label={`${name}: начало`}
                  value={values.days[index]?.from ?? ''}
                  onChange={from => setDay(index, { from })}
                />
              </Table.Td>
              <Table.Td>
                <HoursField
                  label={`${name}: конец`}
                  value={values.days[index]?.to ?? ''}
                  onChange={to => setDay(index, { to })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td>Обед</Table.Td>
            <Table.Td>
              <HoursField
                label="Обед: начало"
                value={values.lunchFrom}
                onChange={lunchFrom => setValues({ ...values, lunchFrom })}
              />
            </Table.Td>
            <Table.Td>
              <HoursField
                label="Обед: конец"
                value={values.lunchTo}
                onChange={lunchTo => setValues({ ...values, lunchTo })}
              />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {changed && (
        <>
          <TextInput
            label="Документ-основание"
            description="Например: правила внутреннего распорядка от 12.01.2026 № 4"
            required
            maxLength={300}
            maw="var(--layout-list)"
            value={basis}
            onChange={event => setBasis(event.currentTarget.value)}
          />
          {!entered.success && <ToneText tone="bad">{entered.error.issues[0]?.message}</ToneText>}
          {save.error !== null && <ToneText tone="bad">{faultHint(save.error)}</ToneText>}
          <Group>
            <Button
              loading={save.isPending}
              disabled={!entered.success || basis.trim() === ''}
              onClick={() => entered.success && save.mutate(entered.data)}
            >
              Записать график
            </Button>
            <Button variant="default" onClick={() => setValues(scheduleValues(schedule))}>
              Вернуть прежний
            </Button>
          </Group>
        </>
      )}
    </Stack>
  )
}

function HoursField({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
  return (
    <TimeField
      aria-label={label}
      hoursInputLabel={`${label}, часы`}
      minutesInputLabel={`${label}, минуты`}
      value={value}
      onChange={onChange}
    />
  )
}
