import { Stack } from '@mantine/core'
import { FactButton } from '../../ui/fact-button.tsx'
import { AgreedTimeFields } from './agreed-time-fields.tsx'
import { useSession } from './session-context.tsx'
import { useAgreedTime } from './use-agreed-time.ts'

/** The time agreed on the phone, local to the body. */
export function AgreedTimeForm() {
  const { act, acting } = useSession()
  const agreed = useAgreedTime()
  const { instant } = agreed
  return (
    <Stack gap="xs">
      <AgreedTimeFields agreed={agreed} />
      <FactButton
        disabled={instant === null || acting}
        onClick={() => instant !== null && void act({ kind: 'phoneCalled', result: 'agreed', agreedTime: instant })}
      >
        Гражданин согласен на этот срок
      </FactButton>
    </Stack>
  )
}
