import { SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NoticeKind } from '../../../shared/notices/notice-kind.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { TemplateForm } from './template-form.tsx'

const labels: Readonly<Record<NoticeKind, string>> = {
  appointment: 'Назначение',
  move: 'Изменение',
  cancellation: 'Отмена',
  rejection: 'Отклонение',
}

/** «Настройки» → «Почта»: the words of each kind of notice, the body's own or the program's. */
export function TemplateSection() {
  const { queries } = useWorkstation()
  const templates = useQuery(queries.notices.templates.queryOptions())
  const [kind, setKind] = useState<NoticeKind>('appointment')
  if (templates.error) {
    return <QueryFailure title="Тексты не прочитаны" error={templates.error} onRetry={() => void templates.refetch()} />
  }
  if (!templates.data) return <Loading label="Читаем тексты…" />
  const template = templates.data.find(one => one.kind === kind)
  return (
    <Stack gap="sm" component="section" aria-labelledby="notice-templates">
      <Title order={2} size="h4" id="notice-templates">
        Тексты уведомлений
      </Title>
      <Text c="dimmed">
        Слова в {'{фигурных скобках}'} программа заменит сама. Тема вопроса, документ и адрес гражданина в письмо не
        попадают.
      </Text>
      <SegmentedControl
        aria-label="Вид уведомления"
        value={kind}
        onChange={value => setKind(value as NoticeKind)}
        data={NoticeKind.options.map(value => ({ value, label: labels[value] }))}
        maw="var(--layout-form)"
      />
      {template && <TemplateForm key={`${kind} ${template.isOwn} ${template.text}`} template={template} />}
    </Stack>
  )
}
