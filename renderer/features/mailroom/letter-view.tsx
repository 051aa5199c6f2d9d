import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
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
import { answerWords, warningWords } from './letter-words.ts'
import classes from './mailroom.module.css'

/** A letter as it was read, with the day it was received on; null: a person is asked. */
export interface ReadLetter {
  readonly letterId: string
  readonly reading: LetterReading
  readonly receipt: { readonly on: string | null; readonly source: LetterReceiptSource }
}

interface LetterViewProps {
  letterId: string
  onRegister: (letter: ReadLetter) => void
  onClose: () => void
}

/**
 * One letter, made safe: its text on the left, what was understood on the right, the document hidden in both. Opening it is
 * written down, and so is asking for the document.
 */
export function LetterView({ letterId, onRegister, onClose }: LetterViewProps) {
  const { calls, queries } = useWorkstation()
  const timeZone = useTimeZone()
  const queryClient = useQueryClient()
  const [settingAside, setSettingAside] = useState(false)
  // Asked once for each time it is opened: every answer is a line of the event log.
  const letter = useQuery({ ...queries.mailroom.letter.queryOptions({ input: { letterId } }), gcTime: 0 })
  const left = () => {
    void queryClient.invalidateQueries({ queryKey: queries.mailroom.letters.key() })
    onClose()
  }
  const setAside = useMutation({
    mutationFn: (reason: string) => calls.mailroom.setAside({ letterId, reason }),
    onSuccess: left,
  })
  const reveal = useMutation({
    mutationFn: (purpose: LetterRevealPurpose) => calls.mailroom.revealDocument({ letterId, purpose }),
  })
  const takeBack = useMutation({ mutationFn: () => calls.mailroom.takeBack({ letterId }), onSuccess: left })
  const back = (
    <Button variant="subtle" leftSection={<IconArrowLeft aria-hidden size="1.1em" />} onClick={onClose}>
      К списку писем
    </Button>
  )
  if (letter.error) {
    return (
      <Stack gap="sm">
        <div>{back}</div>
        <QueryFailure title="Письмо не прочитано" error={letter.error} onRetry={() => void letter.refetch()} />
      </Stack>
    )
  }
  if (!letter.data) return <Loading label="Читаем письмо…" />
  const { registered, masked } = letter.data
  const reading = reveal.data ?? letter.data.reading
  const isHidden = masked && !reveal.data
  const { receivedAt, receiptSource: source } = letter.data
  const receipt = { on: source === 'taken' ? null : localDate(receivedAt, timeZone), source }
  // The form needs the document as it was written.
  const register = (known: LetterReading) =>
    isHidden
      ? reveal.mutate('registration', { onSuccess: reading => onRegister({ letterId, reading, receipt }) })
      : onRegister({ letterId, reading: known, receipt })
  return (
    <Stack gap="sm" component="section" aria-label="Письмо">
      <Group justify="space-between">
        {back}
        <Group gap="sm">
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
          {!registered && letter.data.setAside === null && reading !== null && (
            <Button loading={reveal.isPending && reveal.variables === 'registration'} onClick={() => register(reading)}>
              Зарегистрировать заявку…
            </Button>
          )}
        </Group>
      </Group>
      {reveal.error && <ToneText tone="bad">{faultHint(reveal.error)}</ToneText>}
      {takeBack.error && <ToneText tone="bad">{faultHint(takeBack.error)}</ToneText>}
      {letter.data.answer !== null && <ToneText tone="info">{answerWords(letter.data.answer)}</ToneText>}
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
          <Text>Письмо останется в «Отложенных» с причиной и вашим именем. Его можно вернуть.</Text>
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
  const timeZone = useTimeZone()
  const { fromName, fromAddress, headerAt } = reading
  return (
    <div className={classes.letter}>
      <Paper withBorder p="md">
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
      </Paper>
      <Paper withBorder p="md">
        {children}
        <LetterFields application={reading.application} />
      </Paper>
    </div>
  )
}
