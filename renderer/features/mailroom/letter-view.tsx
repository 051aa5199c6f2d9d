import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { LetterRevealPurpose, OpenLetter } from '../../../shared/contract/mailroom.ts'
import type { LetterReading } from '../../../shared/letters/letter-reading.ts'
import { type LetterReceiptSource, receiptSourceWords } from '../../../shared/mailroom/receipt-source.ts'
import { byteSizeText } from '../../../shared/text/byte-size.ts'
import { formatDateTime, localDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { LetterFields } from './letter-fields.tsx'
import { answerWords, elsewhereWords, warningWords } from './letter-words.ts'
import classes from './mailroom.module.css'

/** A letter as it was read, with the day it was received on; null: a person is asked. */
export interface ReadLetter {
  readonly letterId: string
  readonly reading: LetterReading
  readonly receipt: { readonly on: string | null; readonly source: LetterReceiptSource }
}

interface LetterViewProps {
  letterId: string
  /** The form it is registered by, with its text to stand beside. */
  form: (letter: ReadLetter, beside: ReactNode, onCancel: () => void) => ReactNode
  onForm: (isOpen: boolean) => void
  /** Set aside, or taken back. */
  onGone: () => void
}

/**
 * One letter, made safe: its text on the left, what was understood on the right, the document hidden in both. Opening it is
 * written down, and so is asking for the document. Registered, its text stays and the form takes the other side.
 */
export function LetterView({ letterId, form, onForm, onGone }: LetterViewProps) {
  const { calls, queries } = useWorkstation()
  const timeZone = useTimeZone()
  const queryClient = useQueryClient()
  const [registering, setRegistering] = useState<ReadLetter | null>(null)
  const [settingAside, setSettingAside] = useState(false)
  // Asked once for each time it is opened: every answer is a line of the event log.
  const letter = useQuery({ ...queries.mailroom.letter.queryOptions({ input: { letterId } }), gcTime: 0 })
  const left = () => {
    void queryClient.invalidateQueries({ queryKey: queries.applications.cases.key() })
    onGone()
  }
  const setAside = useMutation({
    mutationFn: (reason: string) => calls.mailroom.setAside({ letterId, reason }),
    onSuccess: left,
  })
  const reveal = useMutation({
    mutationFn: (purpose: LetterRevealPurpose) => calls.mailroom.revealDocument({ letterId, purpose }),
  })
  const takeBack = useMutation({ mutationFn: () => calls.mailroom.takeBack({ letterId }), onSuccess: left })
  if (letter.error) {
    return <QueryFailure title="Письмо не прочитано" error={letter.error} onRetry={() => void letter.refetch()} />
  }
  if (!letter.data) return <Loading label="Читаем письмо…" />
  const { registered, masked } = letter.data
  const reading = reveal.data ?? letter.data.reading
  const isHidden = masked && !reveal.data
  const { receivedAt, receiptSource: source } = letter.data
  const receipt = { on: source === 'taken' ? null : localDate(receivedAt, timeZone), source }
  const open = (read: LetterReading) => {
    setRegistering({ letterId, reading: read, receipt })
    onForm(true)
  }
  // The form needs the document as it was written.
  const register = (known: LetterReading) =>
    isHidden ? reveal.mutate('registration', { onSuccess: open }) : open(known)
  if (registering !== null) {
    const cancel = () => {
      setRegistering(null)
      onForm(false)
    }
    return form(registering, <LetterText letter={letter.data} reading={registering.reading} />, cancel)
  }
  return (
    <Stack gap="sm" component="section" aria-label="Письмо" className={classes.open}>
      <Group gap="sm">
        {!registered && letter.data.setAside === null && reading !== null && (
          <Button loading={reveal.isPending && reveal.variables === 'registration'} onClick={() => register(reading)}>
            Зарегистрировать заявку…
          </Button>
        )}
        {!registered &&
          (letter.data.setAside === null ? (
            <Button variant="default" onClick={() => setSettingAside(true)}>
              Отложить…
            </Button>
          ) : (
            <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
              Вернуть
            </Button>
          ))}
      </Group>
      {reveal.error && <ToneText tone="bad">{faultHint(reveal.error)}</ToneText>}
      {takeBack.error && <ToneText tone="bad">{faultHint(takeBack.error)}</ToneText>}
      {letter.data.answer !== null && <ToneText tone="info">{answerWords(letter.data.answer)}</ToneText>}
      {reading !== null && reading.kind in elsewhereWords && (
        <Text>{elsewhereWords[reading.kind as keyof typeof elsewhereWords]}</Text>
      )}
      {registered && <ToneText tone="good">Заявка из этого письма зарегистрирована.</ToneText>}
      {letter.data.erased ? (
        <ToneText tone="quiet">Текст письма уничтожен по истечении срока хранения.</ToneText>
      ) : (
        reading !== null && (
          <LetterContent letter={letter.data} reading={reading}>
            {isHidden && (
              <Button
                size="compact-sm"
                variant="default"
                mb="sm"
                loading={reveal.isPending}
                onClick={() => reveal.mutate('control')}
              >
                Показать документ (с отметкой)
              </Button>
            )}
          </LetterContent>
        )
      )}
      {settingAside && (
        <ReasonDialog
          title="Отложить письмо"
          label="Почему это не заявка"
          button="Отложить"
          pending={setAside.isPending}
          error={setAside.error}
          onSubmit={reason => setAside.mutate(reason)}
          onClose={() => setSettingAside(false)}
        >
          <Text>Письмо останется в «Готово» с причиной и вашим именем. Его можно вернуть.</Text>
        </ReasonDialog>
      )}
    </Stack>
  )
}

interface LetterContentProps {
  letter: OpenLetter
  reading: LetterReading
  /** Above the fields: the way to what is hidden. */
  children: ReactNode
}

function LetterContent({ letter, reading, children }: LetterContentProps) {
  return (
    <div className={classes.letter}>
      <Paper withBorder p="md">
        <LetterText letter={letter} reading={reading} />
      </Paper>
      <Paper withBorder p="md">
        {children}
        <LetterFields application={reading.application} />
      </Paper>
    </div>
  )
}

/** The letter an application came by, to be read beside its fields; the document stays hidden. */
export function LetterTextOf({ letterId }: { letterId: string }) {
  const { queries } = useWorkstation()
  // Asked once for each time it is opened: every answer is a line of the event log.
  const letter = useQuery({ ...queries.mailroom.letter.queryOptions({ input: { letterId } }), gcTime: 0 })
  if (letter.error) {
    return <QueryFailure title="Письмо не прочитано" error={letter.error} onRetry={() => void letter.refetch()} />
  }
  if (!letter.data) return <Loading label="Читаем письмо…" />
  return letter.data.reading === null ? (
    <ToneText tone="quiet">Текст письма уничтожен по истечении срока хранения.</ToneText>
  ) : (
    <LetterText letter={letter.data} reading={letter.data.reading} />
  )
}

/** Who wrote, when it came, and every word of it; nothing of it is run or fetched. */
function LetterText({ letter, reading }: { letter: OpenLetter; reading: LetterReading }) {
  const timeZone = useTimeZone()
  const { fromName, fromAddress, headerAt } = reading
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {reading.subject === '' ? 'Без темы' : reading.subject}
      </Title>
      <Text>
        {fromAddress === '' ? 'Адрес не указан' : fromAddress}
        {fromName !== '' && `, назван: ${fromName}`}
      </Text>
      <Text>
        {letter.receiptSource === 'taken' ? 'Добавлено' : 'Получено'}{' '}
        {`${formatDateTime(letter.receivedAt, timeZone)} (${receiptSourceWords[letter.receiptSource]})`}
      </Text>
      {headerAt !== null && (
        <Text c="dimmed" size="sm">
          По словам отправителя отправлено {formatDateTime(headerAt, timeZone)}
        </Text>
      )}
      {letter.setAside !== null && (
        <ToneText tone="info">
          Отложено: {letter.setAside.reason} ({letter.setAside.authorName},{' '}
          {formatDateTime(letter.setAside.at, timeZone)})
        </ToneText>
      )}
      {reading.warnings.map(warning => (
        <ToneText key={warning} tone="warn">
          {warningWords[warning]}
        </ToneText>
      ))}
      <Text className={classes.text}>{reading.text === '' ? 'Текста в письме нет.' : reading.text}</Text>
      {reading.attachments.length > 0 && (
        <Stack gap={0}>
          <Text fw={600}>Вложения (не открываются здесь)</Text>
          {reading.attachments.map(({ name, byteLength }, index) => (
            // Attachments of one name are not one attachment.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <Text key={index} className={classes.text}>
              {name === '' ? 'без имени' : name}, {byteSizeText(byteLength)}
            </Text>
          ))}
        </Stack>
      )}
    </Stack>
  )
}
