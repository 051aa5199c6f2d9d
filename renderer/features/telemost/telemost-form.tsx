import { Alert, Button, Group, PasswordInput, Radio, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Settings } from '../../../shared/contract/settings.ts'
import type { TelemostAccess } from '../../../shared/contract/telemost.ts'
import { WaitingRoomLevel } from '../../../shared/telemost/waiting-room.ts'
import { lockedWords, useIsLocked } from '../../app/use-is-locked.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { waitingRoomWords } from './waiting-room-words.ts'

interface Values {
  enabled: boolean
  /** Empty: the stored one stays. */
  token: string
  waitingRoomLevel: WaitingRoomLevel
  address: string
}

/** On or off, token, waiting room, address; what is stored is tried with «Проверить». */
export function TelemostForm({ access, settings }: { access: TelemostAccess; settings: Settings }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const isLocked = useIsLocked()
  const form = useForm<Values>({
    initialValues: {
      ...{ enabled: access.enabled, token: '', waitingRoomLevel: access.waitingRoomLevel },
      address: settings.telemostApiAddress,
    },
  })
  const changed = (written: TelemostAccess, message: string) => {
    queryClient.setQueryData(queries.telemost.status.queryKey(), written)
    void queryClient.invalidateQueries({ queryKey: queries.telemost.mayMakeLinks.key() })
    const stored = { enabled: written.enabled, token: '', waitingRoomLevel: written.waitingRoomLevel }
    form.setValues(stored)
    form.resetDirty({ ...form.getValues(), ...stored })
    notifications.show({ color: 'green', message })
  }
  const save = useMutation({
    mutationFn: async ({ address, token, ...entered }: Values) => {
      if (address !== settings.telemostApiAddress) {
        const written = await calls.settings.change({ ...settings, telemostApiAddress: address })
        queryClient.setQueryData(queries.settings.get.queryKey(), written)
      }
      return calls.telemost.save({ ...entered, address, token: token.trim() === '' ? null : token.trim() })
    },
    onSuccess: written => changed(written, 'Настройки Телемоста записаны'),
    onError: error => {
      // The address may be another one by now, and the token not for it.
      void queryClient.invalidateQueries({ queryKey: queries.telemost.status.key() })
      const { telemostApiAddress, ...fields } = faultFields(error)
      form.setErrors({ ...fields, ...(telemostApiAddress === undefined ? {} : { address: telemostApiAddress }) })
    },
  })
  const forget = useMutation({
    mutationFn: () =>
      calls.telemost.save({
        ...{ enabled: false, token: '', waitingRoomLevel: form.getValues().waitingRoomLevel },
        address: settings.telemostApiAddress,
      }),
    onSuccess: written => changed(written, 'Токен удалён, создание ссылок выключено'),
  })
  const check = useMutation({ mutationFn: () => calls.telemost.check() })
  return (
    <form onSubmit={form.onSubmit(values => save.mutate(values))} noValidate>
      <Stack gap="sm" maw="var(--layout-list)">
        <Text>
          Программа может сама создавать встречи через официальный API Яндекс Телемоста. Без этого ссылку вводят в приём
          вручную.
        </Text>
        <Switch
          label="Создавать ссылки через Яндекс Телемост"
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        {access.tokenIsForAnother && (
          <Alert color="red" role="alert" title="Введите токен ещё раз">
            Токен введён для другого адреса API. На новый адрес он не отправляется: так его не может получить чужой
            сервер. До этого ссылки не создаются.
          </Alert>
        )}
        <PasswordInput
          label={access.hasToken ? 'Новый токен OAuth' : 'Токен OAuth'}
          description={
            access.hasToken
              ? 'Токен сохранён и никому не показывается. Оставьте пустым, чтобы не менять'
              : 'С oauth.yandex.ru, с правами telemost-api:conferences.create, read и update'
          }
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Показать введённый токен' }}
          {...form.getInputProps('token')}
        />
        <Radio.Group label="Комната ожидания" {...form.getInputProps('waitingRoomLevel')}>
          <Stack gap="xs" mt="xs">
            {WaitingRoomLevel.options.map(level => (
              <Radio key={level} value={level} label={waitingRoomWords[level]} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label="Адрес API"
          description={isLocked('telemostApiAddress') ? lockedWords : 'Меняют, только если так требует ваша сеть'}
          autoComplete="off"
          disabled={isLocked('telemostApiAddress')}
          {...form.getInputProps('address')}
        />
        {(save.error ?? forget.error) && (
          <Alert color="red" role="alert" title="Настройки не изменены">
            {faultHint(save.error ?? forget.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            Записать
          </Button>
          <Button
            variant="default"
            loading={check.isPending}
            disabled={!access.enabled || form.isDirty()}
            onClick={() => check.mutate()}
          >
            Проверить
          </Button>
          {access.hasToken && (
            <Button variant="subtle" color="red" loading={forget.isPending} onClick={() => forget.mutate()}>
              Удалить токен
            </Button>
          )}
        </Group>
        {check.data && (
          <div role="status">
            <ToneText tone="good">
              Работает: Телемост создал встречу, прочитал и изменил её. Для приёмов она не используется.
            </ToneText>
          </div>
        )}
        {check.error && (
          <Alert color="red" role="alert" title="Создать встречу не удалось">
            {faultHint(check.error)}
          </Alert>
        )}
      </Stack>
    </form>
  )
}
