import { useEffect } from 'react'
import type { RecordingCard } from '../../../shared/contract/recordings.ts'
import { usePagedRows } from '../../app/use-paged-rows.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import list from '../../ui/row-list.module.css'
import { useRowList } from '../../ui/use-row-list.ts'
import { RecordingLine } from './recording-line.tsx'
import { useRecordingRowPixels } from './recording-row-pixels.ts'

interface RecordingListProps {
  chosenId: string | null
  onChoose: (recordingId: string) => void
}

/** All recordings, newest first, only the visible ones in the document. */
export function RecordingList({ chosenId, onChoose }: RecordingListProps) {
  const { calls, queries } = useWorkstation()
  const rowList = useRowList({ rowPixels: useRecordingRowPixels() })
  const { items, active, setActive, setCount } = rowList
  const rows = usePagedRows<RecordingCard>(
    {
      keyOf: page => queries.recordings.list.queryKey({ input: page }),
      read: page => calls.recordings.list(page),
    },
    items[0]?.index ?? 0,
    items.at(-1)?.index ?? 0,
  )
  const { total } = rows
  useEffect(() => setCount(total ?? 0), [setCount, total])

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
