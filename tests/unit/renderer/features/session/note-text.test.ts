import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { packNote, unpackNote } from '../../../../../renderer/features/session/note-text.ts'
import { OutcomeCode } from '../../../../../shared/reception/event.ts'

const anyText = fc.string().filter(text => !text.includes('=== Черновик'))

it('gives back what was stored, whatever was typed', () => {
  void fc.assert(
    fc.property(
      anyText,
      fc.option(
        fc.record({
          outcome: fc.constantFrom(...OutcomeCode.options),
          resultText: anyText,
          needsWrittenReply: fc.boolean(),
        }),
      ),
      (note, draft) => {
        expect(unpackNote(packNote({ note, draft }))).toEqual({ note, draft })
      },
    ),
  )
})

it('keeps a heading it does not know in the note', () => {
  const stored = 'слова\n=== Черновик результата (unheardOf) ===\nтекст'
  expect(unpackNote(stored)).toEqual({ note: stored, draft: null })
})
