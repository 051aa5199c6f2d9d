import { Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRegulation } from '../../app/desk.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'
import { useSessionKey } from './use-session-key.ts'

/** More time by the specialist's decision (п. 3.10): for the talk itself, and for what our own outage took of it. */
export function TalkExtension() {
  const { act, acting } = useSession()
  const talk = useClocks()?.talk ?? null
  const { limits, reasons } = useRegulation()
  const step = limits.extensionStep.amount
  const { outageMinutesToGive: toGive = 0, extensionOffered = false, overtimeMs = 0 } = talk ?? {}
  const extend = () => void act({ kind: 'extended', minutes: step, reason: reasons.extension[0] })
  useSessionKey('alt+digit5', extend, extensionOffered && !acting)
  return (
    <>
      {toGive > 0 && (
        <FactButton
          size="compact-md"
          variant="light"
          disabled={acting}
          onClick={() => void act({ kind: 'extended', minutes: toGive, reason: reasons.outage, forOutage: true })}
        >
          +{toGive} мин за технический перерыв
        </FactButton>
      )}
      {extensionOffered && (
        <Group gap="xs">
          <FactButton
            size="compact-md"
            variant="light"
            leftSection={<IconPlus aria-hidden size="1em" />}
            rightSection={<HotkeyHint keys="Alt+5" />}
            aria-keyshortcuts="Alt+5"
            disabled={acting}
            onClick={extend}
          >
            {overtimeMs > 0 ? `Увеличить на ${step}` : `${step} мин`}
          </FactButton>
          <ClauseMark clause={limits.talk.clause} />
        </Group>
      )}
    </>
  )
}
