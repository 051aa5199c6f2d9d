import { Button } from '@mantine/core'
import { FactButton } from '../../ui/fact-button.tsx'
import { LinkAgain } from './link-again.tsx'
import { OfferCard } from './offer-card.tsx'
import { PhoneCalls } from './phone-calls.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'

/** After some minutes of waiting: the phone large, the result of the call, the link once more. */
export function CallOffer() {
  const { detail, act, acting } = useSession()
  const note = (result: 'notReached' | 'willConnect') => void act({ kind: 'phoneCalled', result, agreedTime: null })
  return (
    <OfferCard tone="info" title="Позвоните гражданину">
      <span className={classes.phone}>{detail.card.phone}</span>
      <Button.Group>
        <FactButton variant="default" px="xs" flex={1} disabled={acting} onClick={() => note('notReached')}>
          Не ответил
        </FactButton>
        <FactButton variant="default" px="xs" flex={1} disabled={acting} onClick={() => note('willConnect')}>
          Сейчас подключится
        </FactButton>
      </Button.Group>
      <PhoneCalls />
      <LinkAgain />
    </OfferCard>
  )
}
