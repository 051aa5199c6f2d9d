import { useQuery } from '@tanstack/react-query'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ApplicationTerms } from '../terms/application-terms.tsx'
import { TermsOfApplication } from '../terms/terms-of-application.tsx'

/** Where the card says that the citizen was told otherwise: here as the next thing, above of a notice, or here as ever. */
export type Telling = 'noticeSent' | 'cancellationTold' | 'above' | null

/** D1–D5 of the application; with a reception also what is noted of it by hand. */
export function MatterTerms({ matter, telling }: { matter: ApplicationMatter; telling: Telling }) {
  const { reception, terms } = matter
  return reception === null ? (
    <TermsOfApplication terms={terms.terms} />
  ) : (
    <OfReception receptionId={reception.id} terms={terms} telling={telling} />
  )
}

function OfReception({
  receptionId,
  terms,
  telling,
}: {
  receptionId: string
  terms: ApplicationMatter['terms']
  telling: Telling
}) {
  const { queries } = useWorkstation()
  const detail = useQuery(queries.receptions.detail.queryOptions({ input: { receptionId } }))
  return detail.data ? (
    <ApplicationTerms
      card={detail.data.card}
      next={telling === 'above' ? null : telling}
      isToldAbove={telling === 'above'}
    />
  ) : (
    <TermsOfApplication terms={terms.terms} />
  )
}
