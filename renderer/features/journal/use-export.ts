import { useEffect, useRef, useState } from 'react'
import type { NewExport } from '../../../shared/contract/journal-export.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { collectExport } from './collect-export.ts'

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
    try {
      const news = await calls.journal.export(order, { signal: stopping.signal })
      const { name, parts, mediaType, rows } = await collectExport(news, (done, of) =>
        setStep({ name: 'going', rows: done, of }),
      )
      saveFile(name, [...parts], mediaType)
      setStep({ name: 'saved', file: name, rows })
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
