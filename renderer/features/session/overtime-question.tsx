import { Group, Text } from '@mantine/core'
import { minuteMs } from '../../../shared/regulation/limits.ts'
import { formatOvertime } from '../../../shared/text/duration.ts'
import { useRegulation } from '../../app/desk.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { OfferCard } from './offer-card.tsx'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'

/** Overtime without a decision is asked about once, at closing (п. 3.10). */
export function OvertimeQuestion() {
  const { detail, act, acting } = useSession()
  const { limits, reasons } = useRegulation()
  const talk = useClocks()?.talk ?? null
  if (!talk || talk.overtimeMs === 0 || detail.card.state.facts.overtimeLeftAt !== null) return null
  const minutes = Math.min(60, Math.ceil(talk.overtimeMs / minuteMs))
  return (
    <OfferCard tone="warn" title="Приём длился дольше установленного времени">
      <Text>
        {formatOvertime(talk.overtimeMs)} сверх {talk.limitMs / minuteMs} минут.{' '}
        <ClauseMark clause={limits.talk.clause} />
      </Text>
      <Group gap="xs">
        <FactButton
          variant="light"
          disabled={acting}
          onClick={() => void act({ kind: 'extended', minutes, reason: reasons.extension[0] })}
        >
          Увеличить на {minutes} мин
        </FactButton>
        <FactButton variant="default" disabled={acting} onClick={() => void act({ kind: 'overtimeLeft' })}>
          Оставить без увеличения
        </FactButton>
      </Group>
    </OfferCard>
  )
}
