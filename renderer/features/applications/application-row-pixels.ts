import { useMemo } from 'react'

/** Height of `--application-row` (theme.ts) in rem. */
const rowRem = 4.75

/** Height of a line of the list in pixels, known beforehand: measuring every new line costs a layout each. */
export const useApplicationRowPixels = (): number =>
  useMemo(() => rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize), [])
