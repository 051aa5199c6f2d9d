import { OutcomeCode } from '../../../shared/reception/event.ts'

/** Column 7 half written: kept with the note on the workstation until the reception is closed. */
export interface ClosingDraft {
  readonly outcome: OutcomeCode
  readonly resultText: string
  readonly needsWrittenReply: boolean
}

export interface NoteAndDraft {
  readonly note: string
  readonly draft: ClosingDraft | null
}

const heading = /\n?=== Черновик результата \((\w+)(, нужен письменный ответ)?\) ===\n([\s\S]*)$/

/** The note as stored: the specialist's words, then the draft of the result under its heading. */
export function packNote({ note, draft }: NoteAndDraft): string {
  if (!draft) return note
  const reply = draft.needsWrittenReply ? ', нужен письменный ответ' : ''
  return `${note}\n=== Черновик результата (${draft.outcome}${reply}) ===\n${draft.resultText}`
}

/** The stored note taken apart again; a heading with an unknown outcome stays in the note. */
export function unpackNote(stored: string): NoteAndDraft {
  const found = heading.exec(stored)
  const outcome = OutcomeCode.safeParse(found?.[1])
  if (!found || !outcome.success) return { note: stored, draft: null }
  return {
    note: stored.slice(0, found.index),
    draft: { outcome: outcome.data, resultText: found[3] ?? '', needsWrittenReply: found[2] !== undefined },
  }
}
