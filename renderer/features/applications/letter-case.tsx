import type { ReactNode } from 'react'
import { RegistrationCase } from './registration-case.tsx'
import type { LetterToRegister } from './registration-values.ts'

/** What other features put into the card of a case. */
export interface CaseSlots {
  /** A letter: its text, what was understood, and beside it the form once it is to be registered. */
  readonly letter: (letter: {
    readonly letterId: string
    readonly form: (read: LetterToRegister, beside: ReactNode, onCancel: () => void) => ReactNode
    /** The form stands open, or is closed again. */
    readonly onForm: (isOpen: boolean) => void
    /** Set aside or taken back: it is another case now. */
    readonly onGone: () => void
  }) => ReactNode
  /** The text of a letter alone, to be read beside the fields. */
  readonly letterText: (letterId: string) => ReactNode
  /** An answer that belongs to no application yet. */
  readonly reply: (letterId: string, onJudged: () => void) => ReactNode
  /** The answers of one application that wait for somebody. */
  readonly replies: (applicationId: string) => ReactNode
  /** The decision to reject: draft, signature, sending. */
  readonly rejection: (applicationId: string, onClose: () => void, takesFocus: boolean) => ReactNode
  /** What makes up for the last notice that did not arrive. */
  readonly tell: (applicationId: string) => ReactNode
  /** Notices and what became of them; `isTellNext`: what makes up for the last one stands above. */
  readonly evidence: (applicationId: string, isTellNext: boolean) => ReactNode
  /** The link once more: by a letter, and as text to be copied. */
  readonly link: (receptionId: string) => ReactNode
  /** «Ответ отправлен…» of a reception. */
  readonly writtenReply: (receptionId: string) => ReactNode
}

interface LetterCaseProps {
  letterId: string
  slots: CaseSlots
  onForm: (isOpen: boolean) => void
  onGone: () => void
  onRegistered: (applicationId: string, then: 'show' | 'reject') => void
}

/** A letter to read, and the application it becomes beside it. */
export const LetterCase = ({ letterId, slots, onForm, onGone, onRegistered }: LetterCaseProps) =>
  slots.letter({
    letterId,
    ...{ onForm, onGone },
    form: (read, beside, onCancel) => (
      <RegistrationCase from={read} beside={beside} onCancel={onCancel} onRegistered={onRegistered} />
    ),
  })
