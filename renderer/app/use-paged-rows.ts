import { keepPreviousData, type QueryKey, useQueries } from '@tanstack/react-query'
import { pageOffsets, pageRows } from './pages.ts'

const unusedPageMs = 60_000

export interface PageRequest {
  readonly offset: number
  readonly limit: number
}

export interface PagedRowsSource<Row> {
  keyOf(page: PageRequest): QueryKey
  read(page: PageRequest): Promise<{ total: number; rows: Row[] }>
}

/**
 * The rows around the visible window of a long list, read page by page; `rowAt` answers undefined where a page is
 * still being read. While another filter is read the old first page stays (`outdated`).
 */
export function usePagedRows<Row>(source: PagedRowsSource<Row>, firstVisible: number, lastVisible: number) {
  const offsets = pageOffsets(firstVisible, lastVisible)
  const pages = useQueries({
    queries: offsets.map(offset => {
      const page = { offset, limit: pageRows }
      return {
        queryKey: source.keyOf(page),
        queryFn: () => source.read(page),
        gcTime: unusedPageMs,
        ...(offset === 0 ? { placeholderData: keepPreviousData } : {}),
      }
    }),
  })
  const first = pages[0]
  return {
    total: first?.data?.total ?? null,
    error: pages.find(page => page.error)?.error ?? null,
    outdated: first?.isPlaceholderData ?? false,
    retry: () => {
      for (const page of pages) if (page.error) void page.refetch()
    },
    rowAt: (index: number): Row | undefined => {
      const offset = Math.floor(index / pageRows) * pageRows
      return pages[offsets.indexOf(offset)]?.data?.rows[index - offset]
    },
  }
}
