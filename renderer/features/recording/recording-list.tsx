import type { RecordingCard } from '../../../shared/contract/recordings.ts'
import { usePagedList } from '../../app/use-paged-list.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import list from '../../ui/row-list.module.css'
import { useRemPixels } from '../../ui/use-rem-pixels.ts'
import { RecordingLine } from './recording-line.tsx'

interface RecordingListProps {
  chosenId: string | null
  onChoose: (recordingId: string) => void
}

/** Height of `--recording-row` (theme.ts) in rem. */
const rowRem = 4.75

/** All recordings, newest first, only the visible ones in the document. */
export function RecordingList({ chosenId, onChoose }: RecordingListProps) {
  const { calls, queries } = useWorkstation()
  const { rowList, rows } = usePagedList<RecordingCard>(
    {
      keyOf: page => queries.recordings.list.queryKey({ input: page }),
      read: page => calls.recordings.list(page),
    },
    { rowPixels: rowRem * useRemPixels() },
  )
  const { items, active, setActive } = rowList
  const { total } = rows

  function choose(index: number): void {
    setActive(index)
    const card = rows.rowAt(index)
    if (card) onChoose(card.id)
  }

  if (rows.error) return <QueryFailure title="Список записей не прочитан" error={rows.error} onRetry={rows.retry} />
  if (total === null) return <Loading label="Читаем список записей…" />
  if (total === 0) {
    return <EmptyNote title="Записей пока нет" text="Запись появится здесь сама после первого проведённого приёма." />
  }
  return (
    <div className={list.list} role="listbox" aria-label="Записи" {...rowList.props(choose)}>
      <div className={list.sizer} style={{ height: rowList.heightPixels }}>
        {items.map(item => {
          const card = rows.rowAt(item.index)
          return (
            <RecordingLine
              key={item.key}
              id={rowList.idOf(item.index)}
              startPixels={item.start}
              card={card}
              chosen={card !== undefined && card.id === chosenId}
              active={item.index === active}
              onChoose={() => choose(item.index)}
            />
          )
        })}
      </div>
    </div>
  )
}
