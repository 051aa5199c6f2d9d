import { Button } from '@mantine/core'
import { phoneText } from '../../../shared/text/phone.ts'
import { CallResultButton } from './call-result-button.tsx'
import { LinkAgain } from './link-again.tsx'
import { OfferCard } from './offer-card.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'

/** After some minutes of waiting: the phone large, the result of the call, the link once more. */
export function CallOffer() {
  const { detail } = useSession()
  const isOffered = useClocks()?.waiting?.callOffered ?? false
  if (!isOffered) return null
  // «Сейчас подключится» is longer than half of the column.
  const look = {
    px: 'xs',
    py: 'xs',
    h: 'auto',
    flex: 1,
    classNames: { label: classes.wrapped },
  } as const
  return (
    <OfferCard tone="info" title="Позвоните гражданину">
      <span className={classes.phone}>{phoneText(detail.card.phone)}</span>
      <Button.Group>
        <CallResultButton {...look} result="notReached" />
        <CallResultButton {...look} result="willConnect" />
      </Button.Group>
      <LinkAgain />
    </OfferCard>
  )
}
