import { join } from 'node:path'
import type { Session } from 'electron'
import { ownOrigin } from './own-pages.ts'
import { siteOf } from './plain-link.ts'
import type { SecurityLog } from './security-log.ts'

interface DownloadsDeps {
  readonly session: Pick<Session, 'on'>
  /** Where the question after a place for a file of ours begins; null: the session has no files of ours. */
  readonly ownFilesFolder: (() => string) | null
  readonly log: SecurityLog
}

/**
 * Refuses every download of a session but the ones of our own pages' making (`blob:app://videopriem/…`). For those the
 * person is asked where, in words of ours: by itself the question is titled by an address nobody knows.
 */
export function guardDownloads({ session, ownFilesFolder, log }: DownloadsDeps): void {
  session.on('will-download', (event, item) => {
    const url = item.getURL()
    if (ownFilesFolder && url.startsWith(`blob:${ownOrigin}/`)) {
      const name = item.getFilename()
      item.setSaveDialogOptions({
        title: 'Сохранить файл',
        buttonLabel: 'Сохранить',
        defaultPath: join(ownFilesFolder(), name),
        filters: filtersOf(name),
      })
      return
    }
    event.preventDefault()
    log.warn({ site: siteOf(url) }, 'download refused')
  })
}

const kinds: Readonly<Record<string, string>> = {
  csv: 'Таблица CSV',
  docx: 'Документ Word',
  pdf: 'Документ PDF',
  txt: 'Текст',
  xlsx: 'Таблица Excel',
  zip: 'Архив',
}

/** By the ending, so that the place shows files of its kind; the person may still see all. */
function filtersOf(name: string): { name: string; extensions: string[] }[] {
  const [, ending = ''] = /\.([a-z0-9]+)$/i.exec(name) ?? []
  const kind = kinds[ending.toLowerCase()]
  return [...(kind ? [{ name: kind, extensions: [ending] }] : []), { name: 'Все файлы', extensions: ['*'] }]
}
