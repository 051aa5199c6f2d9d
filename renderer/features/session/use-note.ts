import { useDebouncedCallback } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { type NoteAndDraft, packNote, unpackNote } from './note-text.ts'

/**
 * The note and the half-written result, saved on the workstation shortly after the last key. Nothing of it is kept
 * in the browser's storage: it holds personal data.
 */
export function useNote(receptionId: string, stored: string) {
  const { calls } = useWorkstation()
  const [content, setContent] = useState<NoteAndDraft>(() => unpackNote(stored))
  const save = useMutation({
    // One after another: a slow earlier save must not overwrite a later one.
    scope: { id: `note ${receptionId}` },
    mutationFn: (next: NoteAndDraft) => calls.receptions.saveNote({ receptionId, note: packNote(next) }),
    retry: 3,
  })
  const saveSoon = useDebouncedCallback((next: NoteAndDraft) => save.mutate(next), {
    delay: 400,
    flushOnUnmount: true,
  })
  const [pending, setPending] = useState(false)

  function change(part: Partial<NoteAndDraft>): void {
    const next = { ...content, ...part }
    setContent(next)
    setPending(true)
    saveSoon(next)
  }

  useEffect(() => {
    if (save.isSuccess) setPending(false)
  }, [save.isSuccess])

  const state: 'saved' | 'saving' | 'failed' = save.isError ? 'failed' : pending || save.isPending ? 'saving' : 'saved'
  return {
    note: content.note,
    draft: content.draft,
    setNote: (note: string) => change({ note }),
    setDraft: (draft: NoteAndDraft['draft']) => change({ draft }),
    noteState: state,
  }
}
