import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Settings } from '../../../shared/contract/settings.ts'
import { lockedWords, useIsLocked } from '../../app/use-is-locked.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

/** «Телефон для граждан», as it stands in every notice. */
export function CitizenPhone() {
  const { queries } = useWorkstation()
  const settings = useQuery(queries.settings.get.queryOptions())
  return settings.data ? <PhoneForm settings={settings.data} /> : null
}

function PhoneForm({ settings }: { settings: Settings }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const isLocked = useIsLocked()('citizenPhone')
  const [phone, setPhone] = useState(settings.citizenPhone)
  const save = useMutation({
    mutationFn: () => calls.settings.change({ ...settings, citizenPhone: phone.trim() }),
    onSuccess: written => {
      queryClient.setQueryData(queries.settings.get.queryKey(), written)
      notifications.show({ color: 'green', message: 'Телефон для граждан записан' })
    },
  })
  const wrong = faultFields(save.error).citizenPhone
  return (
    <Stack gap="xs" component="section" aria-labelledby="citizen-phone" maw="var(--layout-form)">
      <Title order={2} size="h4" id="citizen-phone">
        Телефон для граждан
      </Title>
      <Text c="dimmed">Стоит в каждом уведомлении. Пока не задан, строка о телефоне опускается.</Text>
      <Group align="flex-start">
        <TextInput
          aria-label="Телефон для граждан"
          placeholder="+7 900 000-00-00"
          value={phone}
          onChange={event => setPhone(event.currentTarget.value)}
          error={wrong}
          disabled={isLocked}
          {...(isLocked && { description: lockedWords })}
        />
        <Button
          variant="default"
          disabled={isLocked || phone.trim() === settings.citizenPhone}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          Записать телефон
        </Button>
      </Group>
      {save.error !== null && wrong === undefined && <ToneText tone="bad">{faultHint(save.error)}</ToneText>}
    </Stack>
  )
}
