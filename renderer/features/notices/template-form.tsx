import { Button, Code, Group, List, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type NoticeTemplate, noticeLimits } from '../../../shared/contract/notices.ts'
import { fieldsOfKind, noticeFields } from '../../../shared/notices/notice-field.ts'
import { inBracesOf, templateFaults } from '../../../shared/notices/notice-template.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { LetterText } from './letter-text.tsx'
import { useNoticeChange } from './use-notice-change.ts'

/** Subject and text with the fields they may name; what is wrong is told while it is typed. */
export function TemplateForm({ template }: { template: NoticeTemplate }) {
  const { calls } = useWorkstation()
  const { kind } = template
  const [subject, setSubject] = useState(template.subject)
  const [text, setText] = useState(template.text)
  const changed = subject !== template.subject || text !== template.text
  const faults = templateFaults(kind, { subject, text })
  const isWrong = Object.keys(faults).length > 0
  const preview = useMutation({ mutationFn: () => calls.notices.previewTemplate({ kind, subject, text }) })
  const save = useNoticeChange(
    notices => notices.saveTemplate({ kind, subject, text }),
    () => notifications.show({ color: 'green', message: 'Текст уведомления записан' }),
  )
  const restore = useNoticeChange(
    notices => notices.restoreTemplate({ kind }),
    () => notifications.show({ color: 'green', message: 'Исходный текст возвращён' }),
  )
  const error = save.error ?? restore.error ?? preview.error
  const { allowed, mandatory } = fieldsOfKind[kind]
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Stack gap="sm">
        <TextInput
          label="Тема письма"
          required
          maxLength={noticeLimits.subject}
          spellCheck={false}
          value={subject}
          onChange={event => setSubject(event.currentTarget.value)}
          error={faults.subject}
        />
        <GrowingTextarea
          label="Текст"
          required
          minRows={12}
          maxRows={24}
          maxLength={noticeLimits.text}
          spellCheck={false}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          error={faults.text}
        />
        {error !== null && <ToneText tone="bad">{faultHint(error)}</ToneText>}
        <Group>
          <Button disabled={!changed || isWrong} loading={save.isPending} onClick={() => save.mutate(undefined)}>
            Записать текст
          </Button>
          <Button variant="default" disabled={isWrong} loading={preview.isPending} onClick={() => preview.mutate()}>
            Показать письмо
          </Button>
          {template.isOwn && (
            <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate(undefined)}>
              Вернуть исходный текст
            </Button>
          )}
        </Group>
      </Stack>
      <Stack gap="sm">
        {preview.data && (
          <>
            <Text fw={600}>Так увидит вымышленный гражданин</Text>
            <LetterText {...preview.data} />
          </>
        )}
        <Text fw={600}>Поля этого письма</Text>
        <List size="sm" spacing={4}>
          {allowed.map(field => (
            <List.Item key={field}>
              <Code>{inBracesOf(field)}</Code> — {noticeFields[field].hint}
              {mandatory.includes(field) ? '; обязательно' : ''}
            </List.Item>
          ))}
        </List>
      </Stack>
    </SimpleGrid>
  )
}
