import { useQuery } from '@tanstack/react-query'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ApplicationTerms } from '../terms/application-terms.tsx'
import { TermsOfApplication } from '../terms/terms-of-application.tsx'

/** D1–D5 of the application; with a reception also what is noted of it by hand. */
export function MatterTerms({ matter, isTellNext }: { matter: ApplicationMatter; isTellNext: boolean }) {
  const { reception, terms } = matter
  return reception === null ? (
    <TermsOfApplication terms={terms.terms} />
  ) : (
    <OfReception receptionId={reception.id} terms={terms} isTellNext={isTellNext} />
  )
}

function OfReception({
  receptionId,
  terms,
  isTellNext,
}: {
  receptionId: string
  terms: ApplicationMatter['terms']
  isTellNext: boolean
}) {
  const { queries } = useWorkstation()
  const detail = useQuery(queries.receptions.detail.queryOptions({ input: { receptionId } }))
  return detail.data ? (
    <ApplicationTerms card={detail.data.card} next={isTellNext ? 'noticeSent' : null} />
  ) : (
    <TermsOfApplication terms={terms.terms} />
  )
}
