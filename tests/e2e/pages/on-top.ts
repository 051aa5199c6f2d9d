import type { Locator } from 'playwright-core'

/** Whether a press in the middle of it reaches it: nothing lies over it. */
export const isOnTop = (what: Locator): Promise<boolean> =>
  what.evaluate(element => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return hit !== null && (element.contains(hit) || hit.contains(element))
  })

/** Whole inside the window as it stands, without scrolling, and nothing lies over it. */
export async function isInWindow(what: Locator): Promise<boolean> {
  await what.waitFor()
  const [box, size] = [await what.boundingBox(), what.page().viewportSize()]
  if (box === null || size === null) return false
  const { x, y, width, height } = box
  return x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height && (await isOnTop(what))
}
