import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { TalkClock } from '../../../shared/reception/talk-clock.ts'
import { useRegulation } from '../../app/desk.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { useSession } from './session-context.tsx'
import { useSessionKey } from './use-session-key.ts'

/** More time by the specialist's decision (п. 3.10): for the talk itself, and for what our own outage took of it. */
export function TalkExtension({ talk }: { talk: TalkClock }) {
  const { act, acting, showDialog } = useSession()
  const { limits, reasons } = useRegulation()
  const step = limits.extensionStep.amount
  const { outageMinutesToGive: toGive, extensionOffered, overtimeMs } = talk
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
          {overtimeMs > 0 && (
            <Button size="compact-md" variant="default" onClick={() => showDialog('finish')}>
              Завершить
            </Button>
          )}
          <ClauseMark clause={limits.talk.clause} />
        </Group>
      )}
    </>
  )
}
