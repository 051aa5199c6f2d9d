import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { IssuedKey } from '../features/accounts/recovery-key-card.tsx'
import { lazyScreen } from '../ui/lazy-part.tsx'
import { Loading } from '../ui/loading.tsx'
import { QueryFailure } from '../ui/query-failure.tsx'
import { ConnectionBand } from './connection-band.tsx'
import { DeskProvider } from './desk.tsx'
import { useForgetPeople } from './forget-people.ts'
import { useHomeOfPerson } from './use-home-of-person.ts'
import { useWorkstation } from './workstation-provider.tsx'

const FirstRunScreen = lazyScreen(() =>
  import('../features/accounts/first-run-screen.tsx').then(part => part.FirstRunScreen),
)

const SignInScreen = lazyScreen(() => import('../features/accounts/sign-in-screen.tsx').then(part => part.SignInScreen))

/** Asked again when somebody comes back to the window: another one may have signed in or out meanwhile. */
const askedOnReturn = { refetchOnWindowFocus: 'always' } as const

/** Lets in who is signed in; everybody else signs in first, and the very first person sets the workplace up. */
export function Gate({ children }: { children: ReactNode }) {
  const { queries } = useWorkstation()
  const queryClient = useQueryClient()
  const status = useQuery(queries.workplace.status.queryOptions())
  const session = useQuery({ ...queries.accounts.session.queryOptions(), ...askedOnReturn })
  const signedOut = session.data === null
  const entry = useQuery({ ...queries.accounts.entry.queryOptions(), ...askedOnReturn, enabled: signedOut, gcTime: 0 })
  const [issued, setIssued] = useState<IssuedKey | null>(null)
  const askAgain = () => {
    void queryClient.invalidateQueries({ queryKey: queries.accounts.session.key() })
    void queryClient.invalidateQueries({ queryKey: queries.accounts.entry.key() })
  }
  useForgetPeople(queryClient, session.data === null ? null : session.data?.account.id)

  const isAtHome = useHomeOfPerson(session.data === undefined ? undefined : (session.data?.account.id ?? null))

  if (issued || entry.data?.firstRunDone === false) {
    return (
      <FirstRunScreen
        minimumLength={entry.data?.passwordMinimumLength ?? 0}
        issued={issued}
        onIssued={key => {
          setIssued(key)
          askAgain()
        }}
        onDone={() => setIssued(null)}
      />
    )
  }
  const failed = status.error ?? session.error ?? (signedOut ? entry.error : null)
  if (failed) {
    return (
      <QueryFailure
        title="Рабочее место не отвечает"
        error={failed}
        onRetry={() => {
          void status.refetch()
          askAgain()
        }}
      />
    )
  }
  if (!status.data || session.data === undefined) return <Loading label="Подключаемся к рабочему месту…" />
  if (session.data) {
    if (!isAtHome) return <Loading label="Подключаемся к рабочему месту…" />
    return (
      <DeskProvider key={session.data.account.id} desk={{ ...status.data, session: session.data }}>
        {children}
      </DeskProvider>
    )
  }
  if (!entry.data) return <Loading label="Подключаемся к рабочему месту…" />
  return (
    <>
      <ConnectionBand />
      <SignInScreen entry={entry.data} demonstration={status.data.demonstration} onSignedIn={askAgain} />
    </>
  )
}
