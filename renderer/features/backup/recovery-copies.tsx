import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { FoundBackup, RecoveryState } from '../../../shared/contract/recovery.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { contentsText } from './backup-texts.ts'
import { RestoreCopyForm } from './restore-copy-form.tsx'
import { SignatureNote } from './signature-text.tsx'

interface RecoveryCopiesProps {
  state: Pick<RecoveryState, 'directory' | 'backups' | 'timeZone'>
  /** What to do where none is known. */
  noCopiesText: string
  onRestart: () => void
}

/** «Восстановить из копии»: the last good one first, and any other folder by its path. */
export function RecoveryCopies({ state, noCopiesText, onRestart }: RecoveryCopiesProps) {
  const { calls } = useWorkstation()
  const { timeZone } = state
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<FoundBackup | null>(null)
  const look = useMutation({ mutationFn: (directory: string) => calls.recovery.look({ directory }) })
  const directory = look.data?.directory ?? state.directory
  const backups = look.data?.backups ?? state.backups
  const [last] = backups
  const at = (card: FoundBackup) => formatDateTime(card.madeAt, timeZone)
  return (
    <Stack gap="sm" component="section" aria-labelledby="recovery-copies">
      <Title order={2} size="h4" id="recovery-copies">
        Восстановить из копии
      </Title>
      {last ? (
        <Text>
          Последняя копия: {at(last)}, {contentsText(last)}. Внесённое после неё придётся внести заново; видеозаписи
          программа найдёт сама.
        </Text>
      ) : (
        <ToneText tone="info">{look.data ? 'В этой папке копий не найдено.' : noCopiesText}</ToneText>
      )}
      {backups.length > 0 && (
        <Stack gap="xs" role="group" aria-label="Копии">
          {backups.map(card => (
            <Fragment key={card.name}>
              <Group gap="sm" justify="space-between" wrap="nowrap">
                <div>
                  <Text>{at(card)}</Text>
                  <Text size="xs" c="dimmed">
                    {contentsText(card)}
                    {card.opensHere ? '' : ', нужен ключ восстановления'}
                  </Text>
                  {card.signature !== 'unreadable' && (
                    <SignatureNote copy={card} signature={card.signature} timeZone={timeZone} />
                  )}
                </div>
                <Button
                  variant={card === last ? 'filled' : 'default'}
                  aria-label={`Восстановить из копии ${at(card)}`}
                  onClick={() => setChosen(card)}
                >
                  Восстановить…
                </Button>
              </Group>
              {chosen?.name === card.name && directory !== null && (
                <RestoreCopyForm
                  copy={card}
                  madeAt={at(card)}
                  directory={directory}
                  onClose={() => setChosen(null)}
                  onRestart={onRestart}
                />
              )}
            </Fragment>
          ))}
        </Stack>
      )}
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          look.mutate(typed)
        }}
      >
        <Group gap="sm" align="flex-end">
          <TextInput
            label={backups.length > 0 ? 'Другая папка с копиями' : 'Папка с копиями'}
            placeholder="/mnt/backup"
            autoComplete="off"
            spellCheck={false}
            flex={1}
            value={typed}
            error={look.error ? (faultFields(look.error).directory ?? faultHint(look.error)) : null}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={look.isPending} disabled={typed.trim() === ''}>
            Найти копии
          </Button>
        </Group>
      </form>
    </Stack>
  )
}
