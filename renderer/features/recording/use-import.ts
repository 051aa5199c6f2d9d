import { useEffect, useRef, useState } from 'react'
import type { ImportFacts } from '../../../shared/recording/import.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { uploadFile } from './upload-file.ts'

/** Where the taking over of a file stands. */
export type ImportStep =
  | { readonly name: 'choosing'; readonly trouble: string | null }
  | { readonly name: 'uploading'; readonly share: number }
  | { readonly name: 'checking' }
  | { readonly name: 'checked'; readonly facts: ImportFacts; readonly trouble: string | null }
  | { readonly name: 'accepting'; readonly facts: ImportFacts }

const cutHint = 'Файл передан не полностью. Ничего не добавлено. Выберите его ещё раз.'

/** Upload, check, the person's word. Leaving at any moment before that word leaves nothing behind. */
export function useImport(receptionId: string, onAccepted: (recordingId: string) => void) {
  const { calls } = useWorkstation()
  const [step, setStep] = useState<ImportStep>({ name: 'choosing', trouble: null })
  const underway = useRef<{ abort: AbortController; importId: string | null } | null>(null)

  function drop(): void {
    const { current } = underway
    underway.current = null
    current?.abort.abort()
    // Without an answer it is forgotten with the next file or at the next start.
    if (current?.importId) calls.recordings.cancelImport({ importId: current.importId }).catch(() => undefined)
  }
  const dropLatest = useRef(drop)
  useEffect(() => () => dropLatest.current(), [])

  async function choose(file: File): Promise<void> {
    const mine: NonNullable<typeof underway.current> = { abort: new AbortController(), importId: null }
    underway.current = mine
    const isMine = () => underway.current === mine
    setStep({ name: 'uploading', share: 0 })
    try {
      const { importId, url } = await calls.recordings.beginImport({
        receptionId,
        fileName: file.name,
        byteLength: file.size,
      })
      mine.importId = importId
      const onProgress = (share: number) => isMine() && setStep({ name: 'uploading', share })
      const ending = await uploadFile({ url, file, signal: mine.abort.signal, onProgress })
      if (!isMine()) return
      if (ending !== 'done') {
        drop()
        setStep({ name: 'choosing', trouble: cutHint })
        return
      }
      setStep({ name: 'checking' })
      const facts = await calls.recordings.checkImport({ importId })
      if (isMine()) setStep({ name: 'checked', facts, trouble: null })
    } catch (error) {
      if (isMine()) setStep({ name: 'choosing', trouble: faultHint(error) })
    }
  }

  async function accept(facts: ImportFacts): Promise<void> {
    setStep({ name: 'accepting', facts })
    try {
      const { importId, warnings } = facts
      const { recordingId } = await calls.recordings.acceptImport({ importId, despite: warnings })
      underway.current = null
      onAccepted(recordingId)
    } catch (error) {
      setStep({ name: 'checked', facts, trouble: faultHint(error) })
    }
  }

  function restart(): void {
    drop()
    setStep({ name: 'choosing', trouble: null })
  }

  return { step, choose, accept, restart }
}
