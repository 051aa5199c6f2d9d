import { Button, Group, Modal, NumberInput, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Mailbox } from '../../../shared/contract/mailroom.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useToday } from '../../app/use-today.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { faultFields, faultFieldsWithin, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

const usualPorts = { tls: 993, startTls: 143 } as const

/** How one mailbox is reached; «Проверить» asks the server and keeps nothing. */
export function MailboxDialog({ mailbox, onClose }: { mailbox: Mailbox | null; onClose: () => void }) {
  return (
    // A click beside the dialog must not throw away what was typed.
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={mailbox === null ? 'Подключить ящик' : 'Ящик для заявок'}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Закрыть' }}
    >
      <MailboxForm mailbox={mailbox} onDone={onClose} />
    </Modal>
  )
}

function MailboxForm({ mailbox, onDone }: { mailbox: Mailbox | null; onDone: () => void }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const today = useToday()
  const form = useForm({
    initialValues: {
      address: mailbox?.address ?? '',
      host: mailbox?.host ?? '',
      port: mailbox?.port ?? usualPorts.tls,
      security: mailbox?.security ?? 'tls',
      userName: mailbox?.userName ?? '',
      authentication: mailbox?.authentication ?? 'password',
      secret: '',
      folder: mailbox?.folder ?? 'INBOX',
      caFile: mailbox?.caFile ?? '',
      since: (mailbox?.since ?? today) as string | null,
    },
  })
  type Entered = typeof form.values
  const chosen = ({ secret, caFile, since, userName, port, ...rest }: Entered) => ({
    mailboxId: mailbox?.id ?? null,
    secret: secret === '' ? null : secret,
    settings: {
      ...{ ...rest, port: Number(port), since: since ?? '', caFile: caFile.trim() === '' ? null : caFile.trim() },
      userName: userName.trim() === '' ? rest.address : userName,
    },
  })
  const showFaults = (error: unknown) => form.setErrors(faultFieldsWithin(error, 'settings.'))
  const probe = useMutation({
    mutationFn: (entered: Entered) => calls.mailroom.probeMailbox(chosen(entered)),
    onMutate: () => form.clearErrors(),
    onError: showFaults,
  })
  const save = useMutation({
    mutationFn: (entered: Entered) => calls.mailroom.saveMailbox(chosen(entered)),
    onMutate: () => {
      form.clearErrors()
      probe.reset()
    },
    onSuccess: mailboxes => {
      queryClient.setQueryData(queries.mailroom.mailboxes.queryKey(), mailboxes)
      onDone()
    },
    onError: showFaults,
  })
  const failure = save.error ?? probe.error
  const isToken = form.values.authentication === 'oauth'
  const busy = probe.isPending || save.isPending
  return (
    <form onSubmit={form.onSubmit(entered => save.mutate(entered))} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Адрес почты"
          description="На него сайт присылает заявки"
          required
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('address')}
        />
        <Group grow align="flex-start">
          <TextInput
            label="Сервер IMAP"
            required
            placeholder="imap.example.ru"
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('host')}
          />
          <Select
            label="Защита"
            data={[
              { value: 'tls', label: 'TLS, порт 993' },
              { value: 'startTls', label: 'STARTTLS, 143' },
            ]}
            allowDeselect={false}
            {...form.getInputProps('security')}
            onChange={value => {
              const security = value === 'startTls' ? 'startTls' : 'tls'
              form.setValues({ security, port: usualPorts[security] })
            }}
          />
          <NumberInput
            label="Порт"
            required
            min={1}
            max={65_535}
            allowDecimal={false}
            hideControls
            {...form.getInputProps('port')}
          />
        </Group>
        <Group grow align="flex-start">
          <TextInput
            label="Имя для входа"
            description="Пусто = адрес почты"
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('userName')}
          />
          <Select
            label="Вход"
            description="Токен — если так велит служба почты"
            data={[
              { value: 'password', label: 'Пароль' },
              { value: 'oauth', label: 'Токен OAuth2' },
            ]}
            allowDeselect={false}
            {...form.getInputProps('authentication')}
          />
        </Group>
        <PasswordInput
          label={isToken ? 'Токен' : 'Пароль'}
          description={
            mailbox === null
              ? 'Хранится в зашифрованной базе и обратно не показывается'
              : 'Пусто = оставить прежний. Обратно не показывается'
          }
          required={mailbox === null}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Показать введённое' }}
          {...form.getInputProps('secret')}
        />
        <Group grow align="flex-start">
          <TextInput label="Папка" required autoComplete="off" spellCheck={false} {...form.getInputProps('folder')} />
          <DayField
            label="Брать письма с"
            description={form.values.since ? `Полученные до ${formatLocalDate(form.values.since)} не берутся` : ''}
            required
            {...form.getInputProps('since')}
          />
        </Group>
        <TextInput
          label="Файл сертификата своего центра"
          description="Только для закрытой сети: полный путь к файлу PEM на этом компьютере. Обычно пусто"
          placeholder="/etc/ssl/centre.pem"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('caFile')}
        />
        <div role="status">
          {busy && 'Спрашиваем сервер…'}
          {probe.data && !busy && !save.error && (
            <ToneText tone="good">Сервер принял вход. Писем с выбранного дня: {probe.data.letters}.</ToneText>
          )}
          {failure !== null && !busy && (
            <ToneText tone="bad">
              {Object.keys(faultFields(failure)).length > 0
                ? 'Не сохранено: исправьте выделенное.'
                : faultHint(failure)}
            </ToneText>
          )}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Отмена
          </Button>
          <Button
            variant="default"
            loading={probe.isPending}
            disabled={save.isPending}
            onClick={() => probe.mutate(form.values)}
          >
            Проверить
          </Button>
          <Button type="submit" loading={save.isPending} disabled={probe.isPending}>
            Проверить и сохранить
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
