import { useState } from 'react'
import { useTimeZone } from '../../app/desk.tsx'
import { linkAgainText } from './link-again-text.ts'
import { useSession } from './session-context.tsx'

export type LinkAgainState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'copied' }
  /** The browser did not let the text onto the clipboard: it is shown to be copied by hand. */
  | { readonly kind: 'byHand'; readonly text: string }

interface LinkAgain {
  readonly state: LinkAgainState
  /** Puts the ready text onto the clipboard; what the browser refuses is shown, and is no event. */
  copy(): Promise<void>
  /** The text is on the clipboard: writes the event. */
  noteCopied(): Promise<void>
}

/** «Скопировать ссылку». Null without a link. */
export function useLinkAgain(): LinkAgain | null {
  const { detail, act } = useSession()
  const timeZone = useTimeZone()
  const [state, setState] = useState<LinkAgainState>({ kind: 'idle' })
  const { link, meetingNumber } = detail.card
  const { appointedAt } = detail.card.state.facts
  if (link === null) return null
  const text = linkAgainText({ link, meetingNumber, appointedAt, timeZone })
  async function noteCopied(): Promise<void> {
    if (await act({ kind: 'linkSent', way: 'clipboard' })) setState({ kind: 'copied' })
  }
  return {
    state,
    noteCopied,
    copy: () => navigator.clipboard.writeText(text).then(noteCopied, () => setState({ kind: 'byHand', text })),
  }
}
