import { useEffect, useRef, useState } from 'react'
import type { NewExport } from '../../../shared/contract/journal-export.ts'
import { FaultError } from '../../../shared/contract/reply.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { bytesOf, saveFile } from '../../ui/save-file.ts'

export type ExportStep =
  | { readonly name: 'asking'; readonly error: unknown }
  | { readonly name: 'going'; readonly rows: number; readonly of: number | null }
  | { readonly name: 'saved'; readonly file: string; readonly rows: number }

/** One export: its pieces are held in memory until the last one is there, then saved as a file. */
export function useExport() {
  const { calls } = useWorkstation()
  const [step, setStep] = useState<ExportStep>({ name: 'asking', error: null })
  const going = useRef<AbortController | null>(null)
  // Whoever closes the dialog has changed their mind.
  useEffect(() => () => going.current?.abort(), [])

  async function run(order: NewExport): Promise<void> {
    const stopping = new AbortController()
    going.current = stopping
    setStep({ name: 'going', rows: 0, of: null })
    const parts: Uint8Array<ArrayBuffer>[] = []
    try {
      for await (const news of await calls.journal.export(order, { signal: stopping.signal })) {
        switch (news.kind) {
          case 'progress':
            setStep({ name: 'going', rows: news.rows, of: news.of })
            break
          case 'bytes':
            parts.push(bytesOf(news.base64))
            break
          case 'refused':
            throw new FaultError(news.fault)
          case 'finished':
            saveFile(news.name, parts, news.mediaType)
            setStep({ name: 'saved', file: news.name, rows: news.rows })
        }
      }
    } catch (error) {
      setStep({ name: 'asking', error: stopping.signal.aborted ? null : error })
    }
  }

  return {
    step,
    run: (order: NewExport) => void run(order),
    cancel: () => going.current?.abort(),
    again: () => setStep({ name: 'asking', error: null }),
  }
}
