import { isTagged } from '../documents/html-page.ts'
import type { ElectronApis } from './electron-apis.ts'
import { foreignPagePreferences } from './page-preferences.ts'
import { ownOrigin, ownScheme } from './security/own-pages.ts'

interface PagePrinterDeps {
  readonly BrowserWindow: ElectronApis['BrowserWindow']
  readonly session: ElectronApis['session']
}

/** In memory: nothing of a page stays anywhere. */
export const printPartition = 'printing'
const address = `${ownOrigin}/page`

/** Prints pages as PDF in a hidden window of their own: no scripts, no preload, and a session that knows one address. */
export function makePagePrinter({ BrowserWindow, session }: PagePrinterDeps) {
  const print = async (html: string): Promise<Buffer> => {
    const printing = session.fromPartition(printPartition)
    printing.protocol.handle(ownScheme, ({ url }) =>
      url === address
        ? new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
        : new Response(null, { status: 404 }),
    )
    const window = new BrowserWindow({
      show: false,
      webPreferences: { ...foreignPagePreferences(printing), javascript: false },
    })
    try {
      await window.loadURL(`${ownOrigin}/page`)
      return await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: isTagged(html),
      })
    } finally {
      window.destroy()
      printing.protocol.unhandle(ownScheme)
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  // One after the other: the session answers with one page.
  return (html: string): Promise<Buffer> => {
    const printed = last.then(() => print(html))
    last = printed.catch(() => undefined)
    return printed
  }
}
