import type { FromWorkstation } from './workstation-messages.ts'

/** The printing of pages, asked of the host that started this process. */
export interface PagePrinting {
  /** Rejects where the host cannot print, or does not answer in time. */
  print(html: string): Promise<Buffer>
  settle(id: number, pdf: string | null): void
}

/** A browser that starts on a busy machine and prints thousands of rows. */
const patienceMs = 120_000

export function makePagePrinting(tell: (message: FromWorkstation) => void): PagePrinting {
  const waiting = new Map<number, (pdf: string | null) => void>()
  let lastId = 0
  return {
    print(html) {
      lastId += 1
      const id = lastId
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => waiting.get(id)?.(null), patienceMs)
        waiting.set(id, pdf => {
          waiting.delete(id)
          clearTimeout(timer)
          if (pdf === null) reject(new Error('the host could not print the page'))
          else resolve(Buffer.from(pdf, 'base64'))
        })
        tell({ kind: 'printPage', id, html })
      })
    },
    settle: (id, pdf) => waiting.get(id)?.(pdf),
  }
}
