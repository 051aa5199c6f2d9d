import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/** Answered to everybody, with nothing of a citizen in it. */
const everybodys = new Set(['workplace.status', 'accounts.session', 'accounts.entry', 'recovery.state'])

const isOfPeople = ({ queryKey: [path] }: { queryKey: readonly unknown[] }): boolean =>
  !(Array.isArray(path) && everybodys.has(path.join('.')))

/**
 * Nothing of a citizen stays in the memory of a page nobody works at, and nothing one person saw is left for the next.
 * `accountId`: null while nobody is signed in, undefined while that is not known.
 */
export function useForgetPeople(queryClient: QueryClient, accountId: string | null | undefined): void {
  const former = useRef<string | null>(null)
  useEffect(() => {
    if (accountId === undefined) return
    const changed = former.current !== null && former.current !== accountId
    former.current = accountId
    if (accountId !== null && !changed) return
    queryClient.getMutationCache().clear()
    // Whoever looks at it now asks anew; without anybody it is gone.
    if (accountId === null) queryClient.removeQueries({ predicate: isOfPeople })
    else void queryClient.resetQueries({ predicate: isOfPeople })
  }, [accountId, queryClient])
}
