import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportedLetter } from '../../../shared/contract/mailroom.ts'
import { filePieceBytes, longestLetterBytes } from '../../../shared/mailroom/limits.ts'
import type { Calls } from '../../app/workstation.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { base64Of } from '../../ui/save-file.ts'
import type { Tone } from '../../ui/tone.ts'
import { elsewhereWords } from './letter-words.ts'

/** What became of one file. */
export interface ImportResult {
  readonly name: string
  readonly tone: Tone
  readonly text: string
}

export interface LetterImport {
  /** Files that were handed over last, in order. */
  readonly results: readonly ImportResult[]
  /** Name of the file that travels now. */
  readonly running: string | null
  take(files: readonly File[]): Promise<void>
}

/** Hands files over one after another, each in pieces; a refused one does not stop the others. */
export function useImportLetters(): LetterImport {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const [results, setResults] = useState<readonly ImportResult[]>([])
  const [running, setRunning] = useState<string | null>(null)

  async function take(files: readonly File[]): Promise<void> {
    setResults([])
    for (const file of files) {
      setRunning(file.name)
      const result = await handOver(calls, file).then(said, error => ({ tone: 'bad' as const, text: faultHint(error) }))
      setResults(known => [...known, { name: file.name, ...result }])
    }
    setRunning(null)
    await queryClient.invalidateQueries({ queryKey: queries.applications.cases.key() })
  }
  return { results, running, take }
}

type Handed = ImportedLetter | 'tooBig' | 'empty'

async function handOver(calls: Calls, file: File): Promise<Handed> {
  if (file.size === 0) return 'empty'
  if (file.size > longestLetterBytes) return 'tooBig'
  const importId = crypto.randomUUID()
  for (let offset = 0; ; offset += filePieceBytes) {
    const base64 = await base64Of(file.slice(offset, offset + filePieceBytes))
    const taken = await calls.mailroom.importFile({ importId, byteLength: file.size, offset, base64 })
    if (taken !== null) return taken
  }
}

function said(handed: Handed): Omit<ImportResult, 'name'> {
  if (handed === 'empty') return { tone: 'bad', text: 'файл пуст, ничего не записано' }
  if (handed === 'tooBig') {
    return { tone: 'bad', text: 'больше 25 МБ, не принято. Зарегистрируйте заявку вручную.' }
  }
  if (!handed.isNew) return { tone: 'info', text: 'это письмо уже есть, второй раз не записано' }
  const { kind } = handed
  return { tone: 'good', text: kind === 'application' || kind === 'other' ? 'принято' : elsewhereWords[kind] }
}
