import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { until } from '../fixtures/until.ts'

/** A driver's second look at a running program, for pages that died: the first driver lets go of a page that crashed once. */
export interface DeskAnew {
  readonly desk: Page
  room(): Promise<Page>
  close(): Promise<void>
}

/** By the debugger's address the program itself wrote into its profile. */
export async function attachAnew(profileDirectory: string): Promise<DeskAnew> {
  const written = await readFile(join(profileDirectory, 'desktop/DevToolsActivePort'), 'utf8')
  const [port, path] = written.trim().split('\n')
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`, { noDefaults: true })
  const pageAt = async (start: string): Promise<Page> => {
    const isWanted = (page: Page) => page.url().startsWith(start) && !page.url().includes('/recorder')
    const find = () => browser.contexts().flatMap(context => context.pages().filter(isWanted))
    const [page] = await until(`a page at ${start}`, find, pages => pages.length > 0, 60_000)
    if (!page) throw new Error(`no page at ${start}`)
    return page
  }
  return {
    desk: await pageAt('app://videopriem/'),
    room: () => pageAt('http://127.0.0.1:'),
    close: () => browser.close(),
  }
}
