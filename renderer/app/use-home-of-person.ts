import { useEffect, useRef, useState } from 'react'

/** As the hash history writes the home of every role (router.tsx). */
const homeAddress = '#/'

/**
 * Whether the screens may be drawn for this person. The address may be another person's, and its screen would ask for
 * what this one must not see: a refusal in the event log that nobody caused. Whoever signs in begins at home; who comes
 * back through the lock, or loads the page anew at an open desk, finds their place.
 * `accountId`: null while nobody is signed in, undefined while that is not known.
 */
export function useHomeOfPerson(accountId: string | null | undefined): boolean {
  /** Whose address it is; undefined until it is known whether anybody is here, null where nobody was. */
  const placeOf = useRef<string | null | undefined>(undefined)
  const [atHome, setAtHome] = useState<string | null>(null)
  useEffect(() => {
    if (accountId === undefined) return
    if (accountId === null) {
      placeOf.current ??= null
      return
    }
    const isTheirs = placeOf.current === undefined || placeOf.current === accountId
    placeOf.current = accountId
    if (!isTheirs) window.history.replaceState(null, '', homeAddress)
    setAtHome(accountId)
  }, [accountId])
  return accountId !== null && accountId !== undefined && atHome === accountId
}
