import { QueryClient } from '@tanstack/react-query'
import { FaultError } from '../../shared/contract/fault-error.ts'

/** A refusal is an answer and is not asked again; a cut is. Data go stale by announcements, not by time. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failureCount, error) => !(error instanceof FaultError) && failureCount < 5,
        retryDelay: 500,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        // The workstation is on this very machine: being «offline» says nothing about it.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
