import type { Input, WebContents } from 'electron'

/** Nothing between is cut off on an office screen; how it was left Chromium remembers itself. */
const steps = [0.8, 0.9, 1, 1.1, 1.25, 1.5] as const

type Change = 'larger' | 'smaller' | 'usual'

const keys: Readonly<Record<string, Change>> = {
  Equal: 'larger',
  NumpadAdd: 'larger',
  Minus: 'smaller',
  NumpadSubtract: 'smaller',
  Digit0: 'usual',
  Numpad0: 'usual',
}

/** Ctrl with plus, minus, zero, or the wheel: the desk's letters larger and smaller, for a person without sharp eyes. */
export function letZoom(page: WebContents): void {
  const change = (wish: Change): void => page.setZoomFactor(steppedZoom(page.getZoomFactor(), wish))
  page.on('before-input-event', (event, input) => {
    const wish = zoomWish(input)
    if (wish === null) return
    event.preventDefault()
    change(wish)
  })
  page.on('zoom-changed', (_event, direction) => change(direction === 'in' ? 'larger' : 'smaller'))
}

export function zoomWish({ type, code, control, meta, alt }: Input): Change | null {
  if (type !== 'keyDown' || !(control || meta) || alt) return null
  return keys[code] ?? null
}

/** The next step that way; the last one stays. */
export function steppedZoom(factor: number, wish: Change): number {
  if (wish === 'usual') return 1
  const isBeyond = (step: number): boolean => (wish === 'larger' ? step > factor + 0.01 : step < factor - 0.01)
  const ahead = steps.filter(isBeyond)
  return (wish === 'larger' ? ahead[0] : ahead.at(-1)) ?? (wish === 'larger' ? steps[steps.length - 1] : steps[0]) ?? 1
}
