import { useMemo } from 'react'

export interface RowSizes {
  readonly rowPixels: number
  readonly dayPixels: number
}

/** Heights of `--journal-row` and `--journal-day` (theme.ts) in rem. */
const rowRem = 4.25
const dayRem = 2.25

/**
 * Heights of a row and of a day's heading in pixels. Known beforehand on purpose: measuring every new row in the
 * document costs a layout each, and scrolling falls far below 60 frames a second.
 */
export function useRowSizes(): RowSizes {
  return useMemo(() => {
    const remPixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    return { rowPixels: rowRem * remPixels, dayPixels: dayRem * remPixels }
  }, [])
}
