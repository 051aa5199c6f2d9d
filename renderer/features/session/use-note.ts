import { useDebouncedCallback } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { FaultError } from '../../../shared/contract/fault-error.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { type NoteAndDraft, packNote, unpackNote } from './note-text.ts'

/** `stale`: somebody else wrote there meanwhile, and nothing is written over his words. */
export type NoteState = 'saved' | 'saving' | 'failed' | 'stale'

const isStale = (error: unknown): boolean => error instanceof FaultError && error.fault.code === 'stale'

/**
 * The note and the half-written result, saved on the workstation shortly after the last key. Nothing of it is kept
 * in the browser's storage: it holds personal data.
 */
export function useNote(receptionId: string, stored: string) {
  const { calls, queries } = useWorkstation()
  const client = useQueryClient()
  const [content, setContent] = useState<NoteAndDraft>(() => unpackNote(stored))
  /** What stands on the workstation, as far as is known here. */
  const over = useRef(stored)
  const save = useMutation({
    // One after another: a slow earlier save must not overwrite a later one.
    scope: { id: `note ${receptionId}` },
    mutationFn: async (next: NoteAndDraft) => {
      const note = packNote(next)
      await calls.receptions.saveNote({ receptionId, note, over: over.current })
      over.current = note
    },
    retry: (tries, error) => !isStale(error) && tries < 3,
  })
  const saveSoon = useDebouncedCallback((next: NoteAndDraft) => save.mutate(next), {
    delay: 400,
    // Whoever types without a pause loses no more than this where the page dies.
    maxWait: 1_500,
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

  const state: NoteState = save.isError
    ? isStale(save.error)
      ? 'stale'
      : 'failed'
    : pending || save.isPending
      ? 'saving'
      : 'saved'
  return {
    note: content.note,
    draft: content.draft,
    setNote: (note: string) => change({ note }),
    setDraft: (draft: NoteAndDraft['draft']) => change({ draft }),
    noteState: state,
  }
}
