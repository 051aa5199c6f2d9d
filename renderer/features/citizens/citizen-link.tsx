import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'

/** «Все обращения гражданина»: from an application or a line of the journal to the card of who made it. */
export function CitizenLink({ applicationId }: { applicationId: string }) {
  return (
    <Anchor
      size="sm"
      renderRoot={props => <Link to="/citizens/$applicationId" params={{ applicationId }} {...props} />}
    >
      Все обращения гражданина
    </Anchor>
  )
}
