export const corners = ['bottom-left', 'bottom-right', 'top-right', 'top-left'] as const
export type Corner = (typeof corners)[number]

/** What a message takes at most in its corner: three lines, as wide as the library makes it; rem. */
const messageRem = { width: 27.5, height: 7, inset: 1 }

const mustNotBeCovered = 1_000

/** How bad it is to lie over it: a fact or the primary must be in reach, a field or another button should. */
const costs = [
  // The library marks every look of a button but the usual one, which is the primary's.
  ['[data-fact], .mantine-Button-root:is(:not([data-variant]), [data-variant="filled"])', mustNotBeCovered],
  ['button, a[href], [role="button"], [role="menuitem"]', 10],
  ['input, textarea, [role="option"], [role="row"]', 1],
] as const
const own = '.mantine-Notifications-root, [aria-modal="true"]'

interface Rectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function rectangleOf(corner: Corner, page: Document): Rectangle {
  const { clientWidth: width, clientHeight: height } = page.documentElement
  const rem = Number.parseFloat(getComputedStyle(page.documentElement).fontSize)
  const [wide, high, inset] = [messageRem.width * rem, messageRem.height * rem, messageRem.inset * rem]
  const left = corner.endsWith('left') ? inset : Math.max(inset, width - inset - wide)
  const top = corner.startsWith('top') ? inset : Math.max(inset, height - inset - high)
  return { left, top, right: left + wide, bottom: top + high }
}

const meet = (one: Rectangle, other: Rectangle): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

function costOf(corner: Corner, page: Document): number {
  const place = rectangleOf(corner, page)
  let cost = 0
  for (const [selector, each] of costs) {
    for (const element of page.querySelectorAll(selector)) {
      if (element.closest(own) !== null || !element.checkVisibility()) continue
      if (meet(element.getBoundingClientRect(), place)) cost += each
    }
  }
  return cost
}

/**
 * The corner where a message lies over the least. It stays where it is as long as no fact and no primary is under it:
 * what moves about is not read.
 */
export function freeCorner(page: Document, now: Corner | null): Corner {
  if (now !== null && costOf(now, page) < mustNotBeCovered) return now
  const [best] = corners
    .map(corner => ({ corner, cost: costOf(corner, page) }))
    .sort((one, other) => one.cost - other.cost)
  return best?.corner ?? 'bottom-left'
}
