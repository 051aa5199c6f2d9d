import { useDebouncedCallback } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { type NoteAndDraft, packNote, unpackNote } from './note-text.ts'

/**
 * The note and the half-written result, saved on the workstation shortly after the last key. Nothing of it is kept
 * in the browser's storage: it holds personal data.
 */
export function useNote(receptionId: string, stored: string) {
  const { calls, queries } = useWorkstation()
  const client = useQueryClient()
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

  // Who leaves the screen and comes back finds it as it was left, not as it was last read.
  const typed = useRef<NoteAndDraft | null>(null)
  useEffect(
    () => () => {
      const left = typed.current
      if (left === null) return
      client.setQueryData(queries.receptions.detail.queryKey({ input: { receptionId } }), detail =>
        detail ? { ...detail, note: packNote(left) } : detail,
      )
    },
    [client, queries, receptionId],
  )

  function change(part: Partial<NoteAndDraft>): void {
    const next = { ...content, ...part }
    setContent(next)
    typed.current = next
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
