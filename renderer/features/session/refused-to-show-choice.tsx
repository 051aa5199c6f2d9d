import { Stack, Text, Title } from '@mantine/core'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { UndoTick } from './undo-tick.tsx'

/** п. 3.9: the specialist decides; going on without personal information is the default, interrupting is not. */
export function RefusedToShowChoice() {
  const { act, acting } = useSession()
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        Гражданин отказался предъявить документ
      </Title>
      <Text>
        Приём может быть прерван по вашему решению (п. 3.9) или продолжен без персонифицированной информации (п. 3.8).
      </Text>
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
      <UndoTick madeBy={['identified']} />
    </Stack>
  )
}
