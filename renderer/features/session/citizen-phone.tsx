import { Text } from '@mantine/core'
import { phoneText } from '../../../shared/text/phone.ts'
import { PhoneCalls } from './phone-calls.tsx'
import { useSession } from './session-context.tsx'

/** The phone, always in sight: an interruption must not hide it. */
export function CitizenPhone() {
  const { detail } = useSession()
  return (
    <div>
      <Text size="sm" c="dimmed">
        Телефон гражданина
      </Text>
      <Text size="lg" fw={600}>
        {phoneText(detail.card.phone)}
      </Text>
      <PhoneCalls />
    </div>
  )
}
