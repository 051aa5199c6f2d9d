import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type HTMLAttributes, type KeyboardEvent, type RefObject, useCallback, useId, useRef, useState } from 'react'
import { movedIndex } from './roving.ts'

const overscanRows = 8

export interface RowListOptions {
  readonly rowPixels: number
  /** Height of a heading that stays inside the scrolled element: rows begin below it and are never moved behind it. */
  readonly headPixels?: number
}

export interface RowList {
  readonly items: readonly VirtualItem[]
  readonly heightPixels: number
  /** Index of the row the keys are on; null before the list was entered. */
  readonly active: number | null
  setActive(index: number | null): void
  /** How many rows there are. */
  setCount(count: number): void
  /** A row that turned out higher than `rowPixels`. */
  resize(index: number, pixels: number): void
  toTop(): void
  idOf(index: number): string
  /** For the scrolled element: ↑ ↓ Home End move, Enter opens. */
  props(open: (index: number) => void): Pick<HTMLAttributes<HTMLDivElement>, 'tabIndex' | 'onKeyDown' | 'onFocus'> & {
    ref: RefObject<HTMLDivElement | null>
    'aria-activedescendant': string | undefined
  }
}

/** A long list of which only the visible rows are in the document, walked by keys as one tab stop. */
export function useRowList({ rowPixels, headPixels = 0 }: RowListOptions): RowList {
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const [active, setActive] = useState<number | null>(null)
  const [count, setCount] = useState(0)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    scrollMargin: headPixels,
    scrollPaddingStart: headPixels,
    estimateSize: () => rowPixels,
    overscan: overscanRows,
  })
  const items = virtual.getVirtualItems()
  const idOf = (index: number): string => `${id}-${index}`
  const isShown = (index: number): boolean => index < count && items.some(item => item.index === index)

  function onKeyDown(event: KeyboardEvent, open: (index: number) => void): void {
    const target = movedIndex(event.key, active ?? -1, count)
    if (target !== null) {
      event.preventDefault()
      setActive(target)
      virtual.scrollToIndex(target, { align: 'auto' })
    } else if (event.key === 'Enter' && active !== null) {
      // What is opened may take the focus at once: the key is not its.
      event.preventDefault()
      open(active)
    }
  }

  return {
    items,
    heightPixels: virtual.getTotalSize(),
    active,
    setActive,
    setCount,
    resize: virtual.resizeItem,
    toTop: useCallback(() => scroller.current?.scrollTo({ top: 0 }), []),
    idOf,
    props: open => ({
      ref: scroller,
      tabIndex: 0,
      // A list that grew shorter, or was scrolled, may not have that row in the document any more.
      'aria-activedescendant': active !== null && isShown(active) ? idOf(active) : undefined,
      onKeyDown: event => onKeyDown(event, open),
      onFocus: () => setActive(current => current ?? items[0]?.index ?? 0),
    }),
  }
}
