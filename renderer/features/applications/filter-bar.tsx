import { SegmentedControl } from '@mantine/core'
import type { ListFilter } from '../../../shared/contract/application-list.ts'

const filters: readonly { readonly value: ListFilter; readonly label: string }[] = [
  { value: 'toDecide', label: 'К решению' },
  { value: 'awaitingReply', label: 'Ждут ответа' },
  { value: 'appointed', label: 'Назначены' },
  { value: 'rejected', label: 'Отклонены' },
  { value: 'cancelled', label: 'Отменены' },
  { value: 'all', label: 'Все' },
]

/** Which applications are shown; ← → choose. */
export function FilterBar({ filter, onChange }: { filter: ListFilter; onChange: (filter: ListFilter) => void }) {
  return (
    <div>
      <SegmentedControl
        aria-label="Какие заявки показать"
        data={[...filters]}
        value={filter}
        onChange={value => onChange(value as ListFilter)}
      />
    </div>
  )
}
