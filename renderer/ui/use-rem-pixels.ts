import { useMemo } from 'react'

/**
 * One rem in pixels. Heights of rows are known beforehand by it, on purpose: measuring every new row in the document
 * costs a layout each, and scrolling falls far below 60 frames a second.
 */
export const useRemPixels = (): number =>
  useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize), [])
