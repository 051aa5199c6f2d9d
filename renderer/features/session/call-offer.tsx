import { Button } from '@mantine/core'
import { phoneText } from '../../../shared/text/phone.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { LinkAgain } from './link-again.tsx'
import { OfferCard } from './offer-card.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'

/** After some minutes of waiting: the phone large, the result of the call, the link once more. */
export function CallOffer() {
  const { detail, act, acting } = useSession()
  const isOffered = useClocks()?.waiting?.callOffered ?? false
  if (!isOffered) return null
  const note = (result: 'notReached' | 'willConnect') => void act({ kind: 'phoneCalled', result, agreedTime: null })
  // «Сейчас подключится» is longer than half of the column.
  const look = {
    variant: 'default',
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
        <FactButton {...look} disabled={acting} onClick={() => note('notReached')}>
          Не ответил
        </FactButton>
        <FactButton {...look} disabled={acting} onClick={() => note('willConnect')}>
          Сейчас подключится
        </FactButton>
      </Button.Group>
      <LinkAgain />
    </OfferCard>
  )
}
