import type { RoomBridge, RoomRectangle } from '../../../shared/desktop/bridge.ts'

/**
 * What must not be covered by the room: it is drawn above the page, whatever the page's own order is. A panel that
 * unfolds in the page takes its own place and covers nothing.
 */
const covering = '[role="dialog"]:not([data-in-place]), [role="alertdialog"], dialog[open]'

/** Tells the place of the element as long as it is there; beneath the page while a dialog is open. Returns its undo. */
export function watchRoomPlace(element: HTMLElement, room: Pick<RoomBridge, 'place'>): () => void {
  let told = ''
  const tell = (): void => {
    const rectangle = document.querySelector(covering) ? null : rectangleOf(element)
    const next = JSON.stringify(rectangle)
    if (next === told) return
    told = next
    room.place(rectangle)
  }
  const size = new ResizeObserver(tell)
  size.observe(element)
  size.observe(document.documentElement)
  // A card above the room moves it without changing its size.
  const content = new MutationObserver(tell)
  content.observe(document.body, { childList: true, subtree: true, attributeFilter: ['open'] })
  tell()
  return () => {
    size.disconnect()
    content.disconnect()
    room.place(null)
  }
}

/** Whole pixels: a view has no others. */
function rectangleOf(element: HTMLElement): RoomRectangle {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}
