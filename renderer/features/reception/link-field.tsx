import { Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { MakeLinkButton } from '../telemost/make-link-button.tsx'
import { linkMessage } from './link-message.ts'

interface LinkFieldProps {
  receptionId: string
  /** There is a link, and another one is wanted. */
  replace?: boolean
  onSaved?: () => void
}

/** The missing link, entered where it is missed, or another one instead of the former. */
export function LinkField({ receptionId, replace = false, onSaved }: LinkFieldProps) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const refresh = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: queries.receptions.day.key() }),
      queryClient.invalidateQueries({ queryKey: queries.receptions.detail.key({ input: { receptionId } }) }),
    ])
    onSaved?.()
  }
  const save = useMutation({
    mutationFn: (link: string) =>
      calls.receptions.setLink({ receptionId, link, reuseReason: reason.trim() === '' ? null : reason }),
    onSuccess: refresh,
  })
  const typed = text.trim()
  const message = linkMessage(typed)
  const asksReason = save.error ? faultFields(save.error).reuseReason : undefined
  const refusal = save.error ? (faultFields(save.error).link ?? faultHint(save.error)) : null
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (typed !== '' && message === null) save.mutate(typed)
      }}
    >
      <Group align="flex-start" gap="sm">
        <TextInput
          label={
            replace ? 'Другая ссылка на встречу в Телемосте или её номер' : 'Ссылка на встречу в Телемосте или её номер'
          }
          placeholder="https://telemost.yandex.ru/j/…"
          value={text}
          onChange={event => {
            setText(event.currentTarget.value)
            save.reset()
          }}
          error={message ?? refusal}
          autoComplete="off"
          flex={1}
        />
        <Button
          type="submit"
          mt="lg"
          variant="light"
          loading={save.isPending}
          disabled={typed === '' || message !== null}
        >
          Сохранить ссылку
        </Button>
        <MakeLinkButton receptionId={receptionId} replace={replace} mt="lg" onMade={() => void refresh()} />
      </Group>
      {(asksReason !== undefined || reason !== '') && (
        <TextInput
          mt="xs"
          label="Почему эта ссылка нужна двум заявкам"
          description={asksReason}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
    </form>
  )
}
