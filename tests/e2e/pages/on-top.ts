import type { Locator } from 'playwright-core'

/** Whether a press in the middle of it reaches it: nothing lies over it. */
export const isOnTop = (what: Locator): Promise<boolean> =>
  what.evaluate(element => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return hit !== null && (element.contains(hit) || hit.contains(element))
  })
