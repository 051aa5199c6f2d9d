import { useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { TakeBackLine } from './take-back-line.tsx'

/** What was judged a moment ago: it stands on top of «Заявки» for the seconds in which it can be taken back. */
export function JudgedLately() {
  const { queries } = useWorkstation()
  const waiting = useQuery(queries.replies.list.queryOptions())
  return waiting.data?.judged.map(one => <TakeBackLine key={one.letterId} judged={one} />)
}
