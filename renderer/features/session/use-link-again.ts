import { useState } from 'react'
import { useTimeZone } from '../../app/desk.tsx'
import { linkAgainText } from './link-again-text.ts'
import { useSession } from './session-context.tsx'

export type LinkAgainState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'copied' }
  /** The browser did not let the text onto the clipboard: it is shown to be copied by hand. */
  | { readonly kind: 'byHand'; readonly text: string }

/** «Скопировать ссылку»: puts the ready text onto the clipboard and writes the event. Null without a link. */
export function useLinkAgain(): { state: LinkAgainState; send(): Promise<void> } | null {
  const { detail, act } = useSession()
  const timeZone = useTimeZone()
  const [state, setState] = useState<LinkAgainState>({ kind: 'idle' })
  const { link, meetingNumber } = detail.card
  const { appointedAt } = detail.card.state.facts
  if (link === null) return null
  const text = linkAgainText({ link, meetingNumber, appointedAt, timeZone })
  return {
    state,
    async send() {
      const copied = await copy(text)
      if (await act({ kind: 'linkSent', way: 'clipboard' }))
        setState(copied ? { kind: 'copied' } : { kind: 'byHand', text })
    },
  }
}

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
