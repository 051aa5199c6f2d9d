/** How far back a place for the focus is looked for. */
const remembered = 20

/**
 * Whoever had the focus is gone from the page: a dialog was closed, a line is done, a screen gave way to another. The
 * focus goes to the last thing that had it and still stands, never to a button that sets a fact: a stray Space must
 * write nothing. Where nothing is left, to the screen itself. What only lost the focus, by a click beside it, keeps so.
 */
export function keepFocus(page: Document): () => void {
  const had: HTMLElement[] = []
  let current: Element | null = null
  /** Left without an heir, and perhaps only because it is being taken away. */
  let leaving: HTMLElement | null = null

  function onFocusIn({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return
    current = target
    leaving = null
    const known = had.indexOf(target)
    if (known >= 0) had.splice(known, 1)
    had.unshift(target)
    had.length = Math.min(had.length, remembered)
  }
  function onFocusOut({ target, relatedTarget }: FocusEvent): void {
    current = null
    leaving = null
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return
    leaving = target
    // A button that waits for its answer loses the focus, and is gone or free again only with the answer.
    setTimeout(() => {
      if (leaving === target && !target.matches(':disabled')) leaving = null
    })
  }
  const observer = new MutationObserver(() => {
    if (leaving?.isConnected && !leaving.matches(':disabled') && isNowhere(page)) {
      leaving.focus({ preventScroll: true })
      return
    }
    const gone = [current, leaving].some(one => one !== null && !one.isConnected)
    if (!gone) return
    current = null
    leaving = null
    // Whoever takes the focus by himself (a dialog that is closed in order, the next step) comes first.
    requestAnimationFrame(() => setTimeout(() => giveBack(page, had)))
  })

  page.addEventListener('focusin', onFocusIn)
  page.addEventListener('focusout', onFocusOut)
  observer.observe(page.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'data-disabled'] })
  return () => {
    page.removeEventListener('focusin', onFocusIn)
    page.removeEventListener('focusout', onFocusOut)
    observer.disconnect()
  }
}

const isNowhere = ({ activeElement, body }: Document): boolean => activeElement === null || activeElement === body

function giveBack(page: Document, had: readonly HTMLElement[]): void {
  if (!isNowhere(page)) return
  // Under an open dialog nothing can be reached.
  const inside = [...page.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].at(-1) ?? page.body
  const heir = had.find(
    one => one.isConnected && inside.contains(one) && one.checkVisibility() && !one.matches(':disabled, [data-fact]'),
  )
  const place = heir ?? (inside === page.body ? page.querySelector<HTMLElement>('main') : inside)
  if (place && heir === undefined && !place.hasAttribute('tabindex')) place.setAttribute('tabindex', '-1')
  place?.focus({ preventScroll: heir === undefined })
}
