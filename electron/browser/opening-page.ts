import { join } from 'node:path'
import { writeFilePrivately } from '../database/write-file-privately.ts'
import type { PagePath } from './request-guard.ts'
import type { StartLink } from './start-links.ts'

/** The names stay: the browser remembers the size of a window by the address it was opened with. */
const fileNames: Readonly<Record<PagePath, string>> = { '/': 'open-desk.html', '/recorder': 'open-recorder.html' }

/**
 * Writes the page that carries a start link's token into the program; answers its path. The arguments of a process are
 * every user's to read, a 0600 file in the browser's own profile is not. By POST, so that no history keeps the token.
 */
export function writeOpeningPage(browserProfile: string, { page, address, token }: StartLink): string {
  const path = join(browserProfile, fileNames[page])
  writeFilePrivately(
    path,
    `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Видеоприём</title><form method="post" action="${address}"><input type="hidden" name="token" value="${token}"></form><script>document.forms[0].submit()</script></html>\n`,
  )
  return path
}
