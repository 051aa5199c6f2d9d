import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Rejection } from '../../../shared/contract/rejections.ts'
import { byteSizeText } from '../../../shared/text/byte-size.ts'
import { formatDateTime, formatLocalDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { bytesOf, saveFile } from '../../ui/save-file.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useRejectionChange } from './use-rejection-change.ts'

/** Signed: it goes to the citizen, by e-mail (п. 2.4) or, where there is no address, otherwise. */
export function SendingStep({ rejection, onClose }: { rejection: Rejection; onClose: () => void }) {
  const timeZone = useTimeZone()
  const { calls } = useWorkstation()
  const { applicationId, signing, dispatch, hasEmail } = rejection
  const send = useRejectionChange(() => calls.rejections.send({ applicationId }))
  const open = useMutation({
    mutationFn: (position: number) => calls.rejections.signedFile({ applicationId, position }),
    onSuccess: ({ name, mediaType, base64 }) => saveFile(name, [bytesOf(base64)], mediaType),
  })
  if (!signing) return null
  return (
    <Stack gap="sm">
      <ToneText tone="good">
        Решение от {formatLocalDate(signing.decidedOn)} подписано (
        {signing.kind === 'scan' ? 'скан' : 'PDF с файлом подписи'}), записано в журнал{' '}
        {formatDateTime(signing.signedAt, timeZone)}, {signing.byName}
      </ToneText>
      <Group gap="sm">
        {signing.files.map(({ position, name, byteLength }) => (
          <Button key={position} size="compact-md" variant="default" onClick={() => open.mutate(position)}>
            {name} · {byteSizeText(byteLength)}
          </Button>
        ))}
      </Group>
      {open.error !== null && <ToneText tone="bad">{faultHint(open.error)}</ToneText>}
      {dispatch !== null ? (
        <ToneText tone="good">
          {dispatch.way === 'email'
            ? `Поставлено в очередь отправки ${formatDateTime(dispatch.at, timeZone)}. Что с письмом, видно ниже, в «Уведомлениях».`
            : `Передано иначе ${formatLocalDate(dispatch.givenOn)}: ${dispatch.note}`}
        </ToneText>
      ) : (
        <>
          <Text size="sm">
            Направьте решение не позднее 3 рабочих дней (п. 2.4). В письме гражданину будет сказано, что он может
            обратиться повторно (п. 2.8).
          </Text>
          {send.error !== null && <ToneText tone="bad">{faultHint(send.error)}</ToneText>}
          {!hasEmail && (
            <ToneText tone="warn">
              В заявке нет адреса электронной почты: вручите решение иначе и отметьте это ниже.
            </ToneText>
          )}
          <GivenOtherwise rejection={rejection} />
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Закрыть
        </Button>
        {dispatch === null && hasEmail && (
          <FactButton loading={send.isPending} onClick={() => send.mutate(undefined)}>
            Направить гражданину
          </FactButton>
        )}
      </Group>
    </Stack>
  )
}

/** Handed over, by post: who, when, how. */
function GivenOtherwise({ rejection }: { rejection: Rejection }) {
  const { calls } = useWorkstation()
  const { applicationId, hasEmail } = rejection
  const [opened, setOpened] = useState(!hasEmail)
  const [note, setNote] = useState('')
  const [givenOn, setGivenOn] = useState<string | null>(null)
  const give = useRejectionChange(() => calls.rejections.giveOtherwise({ applicationId, note, givenOn: givenOn ?? '' }))
  const faults = faultFields(give.error)
  if (!opened) {
    return (
      <div>
        <Button size="compact-md" variant="subtle" onClick={() => setOpened(true)}>
          Передано иначе…
        </Button>
      </div>
    )
  }
  return (
    <Stack gap="xs">
      <Group grow align="flex-start">
        <TextInput
          label="Как передано"
          placeholder="Вручено лично; заказное письмо № …"
          required
          maxLength={500}
          spellCheck={false}
          autoComplete="off"
          value={note}
          error={faults.note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <DayField label="Когда" required value={givenOn} error={faults.givenOn} onChange={setGivenOn} />
      </Group>
      {give.error !== null && <ToneText tone="bad">{faultHint(give.error)}</ToneText>}
      <div>
        <FactButton
          variant="default"
          disabled={note.trim() === '' || givenOn === null}
          loading={give.isPending}
          onClick={() => give.mutate(undefined)}
        >
          Отметить передачу
        </FactButton>
      </div>
    </Stack>
  )
}
