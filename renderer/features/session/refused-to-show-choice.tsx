import { Text, Title } from '@mantine/core'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepButton } from './step-button.tsx'

/** п. 3.9: the specialist decides; going on without personal information is the default, interrupting is not. */
export function RefusedToShowChoice() {
  const { act, acting } = useSession()
  return (
    <>
      <Title order={3} size="h4">
        Гражданин отказался предъявить документ
      </Title>
      <Text>
        Приём может быть прерван по вашему решению (п. 3.9) или продолжен без персонифицированной информации (п. 3.8).
      </Text>
      <StepActions>
        <StepButton onAct={() => void act({ kind: 'continuedWithoutPersonalInformation' })}>
          Продолжить без неё
        </StepButton>
        <FactButton
          variant="outline"
          color="red"
          disabled={acting}
          onClick={() => void act({ kind: 'interrupted', ground: 'documentRefused', reason: null })}
        >
          Прервать приём (п. 3.9)
        </FactButton>
      </StepActions>
    </>
  )
}
