import { useQuery } from '@tanstack/react-query'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** The specialist's next reception of today; null for everybody else, who is told of none. */
export function useNextReception(): DayCard | null {
  const { queries } = useWorkstation()
  const isSpecialist = useDesk().session.account.role === 'specialist'
  const day = useQuery({ ...queries.receptions.day.queryOptions({ input: { date: null } }), enabled: isSpecialist })
  return day.data?.receptions.find(({ state }) => state.step.name === 'scheduled') ?? null
}
