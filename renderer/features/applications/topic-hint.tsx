import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useMatterAct } from './use-matter-act.ts'

/** Which topic of the directory the question belongs to, and a hint where it is nobody's here (п. 2.7, ground 1). */
export function TopicHint({ matter }: { matter: ApplicationMatter }) {
  const { calls, queries } = useWorkstation()
  const topics = useQuery(queries.applications.topics.queryOptions())
  const { chosen } = matter.topic
  const set = useMatterAct(
    (topicId: string | null) => calls.applications.setTopic({ applicationId: matter.card.id, topicId }),
    () => undefined,
  )
  return (
    <div>
      <Select
        label="Тема по справочнику"
        description="Подсказана по словам заявки; по ней подбирается уполномоченный специалист (п. 3.3)"
        placeholder="Не определена"
        clearable
        clearButtonProps={{ 'aria-label': 'Убрать тему' }}
        data={(topics.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        value={chosen?.id ?? null}
        onChange={topicId => set.mutate(topicId)}
        error={set.error ? faultHint(set.error) : null}
      />
      {chosen !== null && chosen.bodies.length === 0 && (
        <ToneText tone="warn" size="sm">
          Похоже, вопрос не относится к компетенции органа (п. 2.7, основание 1): его ведёт {chosen.elsewhere}.
        </ToneText>
      )}
    </div>
  )
}
