import { Alert, Button, Group, NumberInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '../../../shared/contract/settings.ts'
import { lockedWords, useIsLocked } from '../../app/use-is-locked.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import classes from './settings.module.css'

/** «Правила входа»: passwords, pauses after wrong ones, the idle lock, and how long a specialist sees recordings. */
export function PolicySection() {
  const { queries } = useWorkstation()
  const settings = useQuery(queries.settings.get.queryOptions())
  if (settings.error) {
    return (
      <QueryFailure title="Настройки не прочитаны" error={settings.error} onRetry={() => void settings.refetch()} />
    )
  }
  if (!settings.data) return <Loading label="Читаем настройки…" />
  return <PolicyForm settings={settings.data} />
}

const fields = [
  { name: 'passwordMinimumLength', label: 'Наименьшая длина пароля, знаков' },
  { name: 'triesBeforePause', label: 'Неверных паролей подряд до паузы' },
  {
    name: 'pauseMinutes',
    label: 'Первая пауза, минут',
    description: 'Каждый следующий неверный пароль удваивает паузу, но не больше часа',
  },
  {
    name: 'idleLockMinutes',
    label: 'Блокировать без действий через, минут',
    description: 'Во время приёма рабочее место не блокируется',
  },
  {
    name: 'ownRecordingDays',
    label: 'Специалист смотрит видеозаписи, дней',
    description: 'Свои — без указания причины. Позже видеозапись открывает только руководитель',
  },
  {
    name: 'slotMinutes',
    label: 'Шаг сетки времени приёма, минут',
    description: 'Так делится рабочий день в «Назначить приём»',
  },
  {
    name: 'rawLetterDays',
    label: 'Стирать исходный текст письма через, дней',
    description: 'После разбора письма (152-ФЗ, ст. 5 ч. 7)',
  },
  {
    name: 'documentDays',
    label: 'Стирать сведения о документе через, дней',
    description: 'После закрытия заявки (152-ФЗ, ст. 5 ч. 7). Запись в журнале и видеозапись остаются',
  },
] as const satisfies readonly { name: keyof Settings; label: string; description?: string }[]

function PolicyForm({ settings }: { settings: Settings }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const isLocked = useIsLocked()
  const form = useForm<Settings>({ initialValues: settings })
  const save = useMutation({
    mutationFn: (entered: Settings) => calls.settings.change(entered),
    onSuccess: written => {
      queryClient.setQueryData(queries.settings.get.queryKey(), written)
      form.resetDirty(written)
      notifications.show({ color: 'green', message: 'Правила входа записаны' })
    },
    onError: error => form.setErrors(faultFields(error)),
  })
  return (
    <form className={classes.form} onSubmit={form.onSubmit(entered => save.mutate(entered))} noValidate>
      <Stack gap="sm">
        {fields.map(({ name, ...field }) => (
          <NumberInput
            key={name}
            {...field}
            {...(isLocked(name) && { description: lockedWords, disabled: true })}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            maw="var(--layout-list)"
            {...form.getInputProps(name)}
          />
        ))}
        {save.error && (
          <Alert color="red" role="alert" title="Правила не изменены">
            {faultHint(save.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            Записать
          </Button>
          <Button variant="default" disabled={!form.isDirty()} onClick={() => form.reset()}>
            Вернуть прежние
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
