import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'

/** To the decision of one application, whatever it has come to (п. 2.7): it stands in its card. */
export function RejectButton({ applicationId, label }: { applicationId: string; label: string }) {
  return (
    <Button
      variant="default"
      renderRoot={props => <Link to="/applications/$applicationId" params={{ applicationId }} {...props} />}
    >
      {label}
    </Button>
  )
}
