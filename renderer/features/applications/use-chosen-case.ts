import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import type { CaseLine } from '../../../shared/contract/cases.ts'

/** What stands beside the list; `new`: an application that is entered by hand. */
export type ChosenCase = { readonly kind: CaseLine['kind']; readonly id: string } | { readonly kind: 'new' } | null

/** The chosen case is the address: it can be led to, and gone back from. */
export function useChosenCase(): { chosen: ChosenCase; choose: (chosen: ChosenCase) => void } {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { applicationId, letterId } = useParams({ strict: false })
  return {
    chosen: chosenOf(pathname, applicationId, letterId),
    choose(chosen) {
      if (chosen === null) return void navigate({ to: '/applications' })
      if (chosen.kind === 'new') return void navigate({ to: '/applications/new' })
      const { id } = chosen
      if (chosen.kind === 'letter')
        return void navigate({ to: '/applications/letter/$letterId', params: { letterId: id } })
      if (chosen.kind === 'reply')
        return void navigate({ to: '/applications/reply/$letterId', params: { letterId: id } })
      void navigate({ to: '/applications/$applicationId', params: { applicationId: id } })
    },
  }
}

function chosenOf(pathname: string, applicationId: string | undefined, letterId: string | undefined): ChosenCase {
  if (applicationId !== undefined) return { kind: 'application', id: applicationId }
  if (letterId !== undefined)
    return { kind: pathname.startsWith('/applications/reply/') ? 'reply' : 'letter', id: letterId }
  return pathname === '/applications/new' ? { kind: 'new' } : null
}
