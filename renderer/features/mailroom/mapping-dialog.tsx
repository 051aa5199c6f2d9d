import { Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldWords } from '../../../shared/letters/field-words.ts'
import { FieldName, type MappingProfile } from '../../../shared/letters/letter-reading.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { LetterFields } from './letter-fields.tsx'
import { labelsOf, labelTexts } from './mapping-values.ts'

/** What one site calls the fields, with a sample read beside it as the workstation would read it. */
export function MappingDialog({ profile, onClose }: { profile: MappingProfile | null; onClose: () => void }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  // Of a new one too: trying and saving speak of the same profile.
  const [profileId] = useState(() => profile?.profileId ?? crypto.randomUUID())
  const [sample, setSample] = useState('')
  const form = useForm({
    initialValues: {
      name: profile?.name ?? '',
      senderEnds: profile?.senderEnds ?? '',
      labels: labelTexts(profile?.labels ?? {}),
    },
    validate: { name: value => (value.trim() === '' ? 'Назовите сайт' : null) },
  })
  const entered = (): MappingProfile => ({
    profileId,
    name: form.values.name.trim() === '' ? 'Образец' : form.values.name.trim(),
    senderEnds: form.values.senderEnds.trim(),
    labels: labelsOf(form.values.labels),
  })
  const attempt = useMutation({ mutationFn: () => calls.mailroom.tryProfile({ profile: entered(), sample }) })
  const save = useMutation({
    mutationFn: () => calls.mailroom.saveProfile(entered()),
    onSuccess: profiles => {
      queryClient.setQueryData(queries.mailroom.profiles.queryKey(), profiles)
      onClose()
    },
    onError: error => form.setErrors(faultFields(error)),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title="Названия полей в письмах сайта"
      size="80rem"
      closeButtonProps={{ 'aria-label': 'Закрыть' }}
    >
      <form onSubmit={form.onSubmit(() => save.mutate())} noValidate>
        <SimpleGrid cols={2} spacing="lg">
          <Stack gap="sm">
            <Group grow align="flex-start">
              <TextInput
                label="Сайт"
                required
                data-autofocus
                autoComplete="off"
                maxLength={100}
                {...form.getInputProps('name')}
              />
              <TextInput
                label="Адрес отправителя оканчивается на"
                placeholder="@site.example.ru"
                autoComplete="off"
                spellCheck={false}
                maxLength={200}
                {...form.getInputProps('senderEnds')}
              />
            </Group>
            <Text c="dimmed" size="sm">
              Впишите только то, что сайт называет по-своему; несколько названий через «;».
            </Text>
            <SimpleGrid cols={2} spacing="xs" style={{ alignItems: 'end' }}>
              {FieldName.options.map(name => (
                <TextInput
                  key={name}
                  label={fieldWords[name]}
                  autoComplete="off"
                  {...form.getInputProps(`labels.${name}`)}
                />
              ))}
            </SimpleGrid>
          </Stack>
          <Stack gap="sm">
            <GrowingTextarea
              label="Образец письма"
              description="Вставьте письмо с вымышленными данными; оно не сохраняется"
              minRows={6}
              maxRows={12}
              spellCheck={false}
              value={sample}
              onChange={event => setSample(event.currentTarget.value)}
            />
            <div>
              <Button
                variant="default"
                disabled={sample.trim() === ''}
                loading={attempt.isPending}
                onClick={() => attempt.mutate()}
              >
                Прочитать образец
              </Button>
            </div>
            <div role="status">
              {attempt.error && <ToneText tone="bad">{faultHint(attempt.error)}</ToneText>}
              {attempt.data && <LetterFields application={attempt.data.application} />}
            </div>
          </Stack>
        </SimpleGrid>
        {save.error && <ToneText tone="bad">{faultHint(save.error)}</ToneText>}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Отмена
          </Button>
          <Button type="submit" loading={save.isPending}>
            Сохранить
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
