/**
 * Document Picture-in-Picture: a small window of this page that stays above all others, Telemost's among them. Chromium
 * has it since 116, Electron has not; what a host can do is asked of the page, not of the host's name.
 */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>
}

/** CSS pixels; the specialist may drag it larger, the browser remembers. */
const panelSize = { width: 360, height: 250 }

const host = (): DocumentPictureInPicture | null =>
  (window as { documentPictureInPicture?: DocumentPictureInPicture }).documentPictureInPicture ?? null

export const canStayOnTop = (): boolean => host() !== null

/** Opens it empty, with this page's look. Needs a press of the specialist; throws where the browser refuses. */
export async function openPanelWindow(): Promise<Window> {
  const opened = await host()?.requestWindow(panelSize)
  if (!opened) throw new Error('This host keeps no window on top')
  const { document: inside } = opened
  inside.documentElement.lang = document.documentElement.lang
  // No name of a citizen: a title is seen in the list of windows and by whoever the screen is shared with.
  inside.title = 'Видеоприём: панель'
  for (const sheet of document.styleSheets) inside.head.append(copyOf(sheet, inside))
  return opened
}

/** By its rules, not by its address: the look is there with the first word. Its typeface is asked of our own host. */
function copyOf(sheet: CSSStyleSheet, inside: Document): HTMLStyleElement {
  const style = inside.createElement('style')
  const base = sheet.href ?? document.baseURI
  style.textContent = [...sheet.cssRules].map(rule => withWholeAddresses(rule.cssText, base)).join('\n')
  return style
}

/** An address in a sheet is relative to that sheet, in a `style` to the page around it. */
const withWholeAddresses = (css: string, base: string): string =>
  css.replace(/url\("([^"]*)"\)/g, (_whole, address: string) => `url("${new URL(address, base).href}")`)
