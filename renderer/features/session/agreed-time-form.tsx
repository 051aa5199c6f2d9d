import { Stack } from '@mantine/core'
import { useId } from 'react'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { AgreedTimeFields } from './agreed-time-fields.tsx'
import { useSession } from './session-context.tsx'
import { useAgreedMove } from './use-agreed-move.ts'
import { useAgreedTime } from './use-agreed-time.ts'

/** The time agreed on the phone, local to the body: the agreement is noted and the reception moved in one act. */
export function AgreedTimeForm() {
  const reasonId = useId()
  const { calls } = useSession().detail.card.state.facts
  const agreed = useAgreedTime(calls.at(-1)?.agreedTime ?? null)
  const { move, isMoving, failure } = useAgreedMove()
  const { instant } = agreed
  const run = () => {
    if (instant !== null) void move(instant)
  }
  return (
    <FactForm ready={instant !== null} pending={isMoving} onFact={run}>
      <Stack gap="xs">
        <AgreedTimeFields agreed={agreed} />
        <FactButton
          disabled={instant === null}
          aria-describedby={instant === null ? reasonId : undefined}
          loading={isMoving}
          onClick={run}
        >
          Гражданин согласен, перенести приём
        </FactButton>
        {instant === null && agreed.problem === null && (
          <div id={reasonId}>
            <ToneText tone="quiet" size="xs">
              Впишите день и время, на которые гражданин согласен
            </ToneText>
          </div>
        )}
        {failure !== null && (
          <ToneText tone="bad">
            Приём не перенесён. {faultFields(failure).appointedLocal ?? faultHint(failure)}
          </ToneText>
        )}
      </Stack>
    </FactForm>
  )
}
