import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { isTagged } from '../documents/html-page.ts'
import { rootArguments } from './browser-arguments.ts'

const run = promisify(execFile)
const patienceMs = 110_000

interface HeadlessPrinterDeps {
  /** The Chromium kin the windows are opened with. */
  readonly executable: string
  /** A private folder; what is printed lies there only while it is printed. */
  readonly temporaryDirectory: string
}

/**
 * Prints pages as PDF with the browser that is there, without a window, each with a profile of its own: nothing of a page
 * stays anywhere. What a killed run left behind is removed with the next page.
 */
export function makeHeadlessPrinter({ executable, temporaryDirectory }: HeadlessPrinterDeps) {
  let last: Promise<unknown> = Promise.resolve()
  const print = async (html: string): Promise<Buffer> => {
    await rm(temporaryDirectory, { recursive: true, force: true })
    await mkdir(temporaryDirectory, { recursive: true, mode: 0o700 })
    const folder = await mkdtemp(join(temporaryDirectory, 'page-'))
    try {
      const page = join(folder, 'page.html')
      const pdf = join(folder, 'page.pdf')
      await writeFile(page, html, { mode: 0o600 })
      await run(executable, printArguments({ page, pdf, profile: join(folder, 'profile'), tagged: isTagged(html) }), {
        timeout: patienceMs,
      })
      return await readFile(pdf)
    } finally {
      await rm(temporaryDirectory, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  // One after the other: two browsers at once are too much for a workplace that records.
  return (html: string): Promise<Buffer> => {
    const printed = last.then(() => print(html))
    last = printed.catch(() => undefined)
    return printed
  }
}

interface PrintedPage {
  /** Paths. */
  readonly page: string
  readonly pdf: string
  readonly profile: string
  readonly tagged: boolean
}

/** Exported for its test. */
export const printArguments = ({ page, pdf, profile, tagged }: PrintedPage): string[] => [
  '--headless',
  `--user-data-dir=${profile}`,
  `--print-to-pdf=${pdf}`,
  '--no-pdf-header-footer',
  ...(tagged ? [] : ['--disable-pdf-tagging']),
  '--disable-gpu',
  '--disable-extensions',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing is fetched from anywhere; the page is a file, and its own policy allows no scripts.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  ...rootArguments(process.platform === 'linux' && process.getuid?.() === 0),
  pathToFileURL(page).href,
]
