import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { EnteredServer, OutgoingServer, OutgoingServerView } from '../../../shared/contract/notices.ts'
import { FaultError } from '../../../shared/contract/reply.ts'
import { faultFieldsWithin, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useNoticeChange } from './use-notice-change.ts'

const empty: OutgoingServer = {
  ...{ isOn: true, host: '', port: 465, security: 'tls', authentication: 'password', userName: '' },
  ...{ fromAddress: '', fromName: '', certificateAuthority: '' },
}

/** Server and sender; the secret is entered and never shown again. */
export function OutgoingServerForm({ view }: { view: OutgoingServerView }) {
  const [testTo, setTestTo] = useState('')
  const form = useForm<OutgoingServer & { secret: string }>({
    initialValues: { ...(view.server ?? empty), secret: '' },
  })
  const entered = (): EnteredServer => {
    const { secret, ...server } = form.values
    return { ...server, port: Number(server.port) || 0, secret: secret === '' ? null : secret }
  }
  const showFaults = (error: unknown) => form.setErrors(faultFieldsWithin(error, 'server.'))
  const probe = useNoticeChange((calls, to: string | null) => {
    form.clearErrors()
    return calls.probe({ server: entered(), testTo: to }).catch((error: unknown) => {
      showFaults(error)
      throw error
    })
  })
  const save = useNoticeChange(
    (calls, anyway: boolean) => {
      form.clearErrors()
      return calls.saveServer({ server: entered(), anyway }).catch((error: unknown) => {
        showFaults(error)
        throw error
      })
    },
    () => notifications.show({ color: 'green', message: 'Исходящая почта записана' }),
  )
  const refusedByProbe = save.error instanceof FaultError && save.error.fault.code === 'refusedByRule'
  const { authentication, security } = form.values
  return (
    <form noValidate onSubmit={event => event.preventDefault()}>
      <Stack gap="sm">
        <Checkbox label="Отправлять уведомления" {...form.getInputProps('isOn', { type: 'checkbox' })} />
        <Group align="flex-start" grow>
          <TextInput label="Сервер" placeholder="smtp.example.ru" required {...form.getInputProps('host')} />
          <NumberInput
            label="Порт"
            required
            hideControls
            allowDecimal={false}
            allowNegative={false}
            {...form.getInputProps('port')}
          />
          <Select
            label="Защита соединения"
            allowDeselect={false}
            data={[
              { value: 'tls', label: 'TLS, порт 465' },
              { value: 'startTls', label: 'STARTTLS, порт 587' },
            ]}
            value={security}
            onChange={value => form.setFieldValue('security', value === 'startTls' ? 'startTls' : 'tls')}
          />
        </Group>
        <SimpleGrid cols={3}>
          <Select
            label="Вход"
            allowDeselect={false}
            data={[
              { value: 'password', label: 'Имя и пароль' },
              { value: 'oauth', label: 'Токен OAuth 2.0' },
              { value: 'none', label: 'Без входа (свой сервер)' },
            ]}
            value={authentication}
            onChange={value => form.setFieldValue('authentication', (value ?? 'password') as typeof authentication)}
          />
          {authentication !== 'none' && (
            <>
              <TextInput label="Имя пользователя" autoComplete="off" {...form.getInputProps('userName')} />
              <PasswordInput
                label={authentication === 'oauth' ? 'Токен' : 'Пароль'}
                autoComplete="new-password"
                placeholder={view.hasSecret ? 'Сохранён' : ''}
                visibilityToggleButtonProps={{ 'aria-label': 'Показать' }}
                {...form.getInputProps('secret')}
              />
            </>
          )}
        </SimpleGrid>
        <Group align="flex-start" grow>
          <TextInput
            label="Адрес отправителя"
            description="На него гражданин ответит"
            required
            {...form.getInputProps('fromAddress')}
          />
          <TextInput
            label="Имя отправителя"
            description="Название органа"
            required
            {...form.getInputProps('fromName')}
          />
        </Group>
        <Textarea
          label="Сертификат своего удостоверяющего центра"
          description="Только для закрытой сети: текст файла PEM. Без него действуют сертификаты компьютера."
          rows={3}
          spellCheck={false}
          {...form.getInputProps('certificateAuthority')}
        />
        <Group align="flex-end">
          <TextInput
            label="Пробное письмо на адрес"
            description="Можно не указывать"
            value={testTo}
            onChange={event => setTestTo(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={probe.isPending}
            onClick={() => probe.mutate(testTo.trim() === '' ? null : testTo.trim())}
          >
            Проверить
          </Button>
        </Group>
        {probe.data && <ToneText tone={probe.data.works ? 'good' : 'bad'}>{probe.data.answer}</ToneText>}
        {probe.error !== null && <ToneText tone="bad">{faultHint(probe.error)}</ToneText>}
        {save.error !== null && <ToneText tone="bad">{faultHint(save.error)}</ToneText>}
        <Group>
          <Button loading={save.isPending} onClick={() => save.mutate(false)}>
            Проверить и записать
          </Button>
          {refusedByProbe && (
            <Button variant="default" loading={save.isPending} onClick={() => save.mutate(true)}>
              Записать без проверки
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
