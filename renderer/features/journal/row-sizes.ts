import { useMemo } from 'react'
import { useRemPixels } from '../../ui/use-rem-pixels.ts'

export interface RowSizes {
  readonly rowPixels: number
  readonly dayPixels: number
}

/** Heights of `--journal-row` and `--journal-day` (theme.ts) in rem. */
const rowRem = 4.25
const dayRem = 2.25

/** Heights of a row and of a day's heading in pixels. */
export function useRowSizes(): RowSizes {
  const remPixels = useRemPixels()
  return useMemo(() => ({ rowPixels: rowRem * remPixels, dayPixels: dayRem * remPixels }), [remPixels])
}
