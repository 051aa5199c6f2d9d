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
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FaultError } from '../../../shared/contract/fault-error.ts'
import type { EnteredServer, OutgoingServer, OutgoingServerView } from '../../../shared/contract/notices.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFieldsWithin, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useNoticeChange } from './use-notice-change.ts'

const empty: OutgoingServer = {
  ...{ isOn: true, host: '', port: 465, security: 'tls', authentication: 'password', userName: '' },
  ...{ fromAddress: '', fromName: '', certificateAuthority: '' },
}

/** Server and sender; the secret is entered and never shown again. */
export function OutgoingServerForm({ view }: { view: OutgoingServerView }) {
  const { calls } = useWorkstation()
  const [testTo, setTestTo] = useState('')
  const form = useForm<OutgoingServer & { secret: string }>({
    initialValues: { ...(view.server ?? empty), secret: '' },
  })
  const entered = (): EnteredServer => {
    const { secret, ...server } = form.values
    return { ...server, port: Number(server.port) || 0, secret: secret === '' ? null : secret }
  }
  const showFaults = (error: unknown) => form.setErrors(faultFieldsWithin(error, 'server.'))
  const probe = useMutation({
    mutationFn: (to: string | null) => calls.notices.probe({ server: entered(), testTo: to }),
    onMutate: () => form.clearErrors(),
    onError: showFaults,
  })
  const write = useNoticeChange(
    (notices, anyway: boolean) => notices.saveServer({ server: entered(), anyway }),
    () => notifications.show({ color: 'green', message: 'Исходящая почта записана' }),
  )
  const save = (anyway: boolean) => {
    form.clearErrors()
    write.mutate(anyway, { onError: showFaults })
  }
  const refusedByProbe = write.error instanceof FaultError && write.error.fault.code === 'refusedByRule'
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
        {write.error !== null && <ToneText tone="bad">{faultHint(write.error)}</ToneText>}
        <Group>
          <Button loading={write.isPending} onClick={() => save(false)}>
            Проверить и записать
          </Button>
          {refusedByProbe && (
            <Button variant="default" loading={write.isPending} onClick={() => save(true)}>
              Записать без проверки
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
