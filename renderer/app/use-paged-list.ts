import { useEffect } from 'react'
import { type RowListOptions, useRowList } from '../ui/use-row-list.ts'
import { type PagedRowsSource, usePagedRows } from './use-paged-rows.ts'

/**
 * A long list whose rows are read page by page as they come into sight. Another `filter` begins at its first row, with no
 * row chosen.
 */
export function usePagedList<Row>(source: PagedRowsSource<Row>, options: RowListOptions, filter?: unknown) {
  const rowList = useRowList(options)
  const { items, setActive, setCount, toTop } = rowList
  const rows = usePagedRows(source, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  const { total } = rows
  useEffect(() => setCount(total ?? 0), [setCount, total])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter begins at its first row.
  useEffect(() => {
    setActive(null)
    toTop()
  }, [filter])
  return { rowList, rows }
}
