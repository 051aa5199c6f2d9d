import { Stack, Text } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { FactButton } from '../../ui/fact-button.tsx'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { groupedDigits } from './grouped-digits.ts'
import { useSession } from './session-context.tsx'
import { useLinkAgain } from './use-link-again.ts'

/** The link once more, and the meeting number large enough to dictate. */
export function LinkAgain() {
  const { detail, act, acting } = useSession()
  const again = useLinkAgain()
  const { meetingNumber } = detail.card
  if (again === null) return null
  const { state } = again
  return (
    <Stack gap="xs">
      <FactButton
        variant="default"
        px="xs"
        disabled={acting}
        leftSection={<IconCopy aria-hidden size="1.1em" />}
        onClick={() => void again.copy()}
      >
        Скопировать ссылку
      </FactButton>
      <div role="status">
        {state.kind === 'copied' && (
          <Text size="sm">Текст со ссылкой скопирован: вставьте его в письмо или сообщение гражданину</Text>
        )}
        {state.kind === 'byHand' && (
          <GrowingTextarea
            label="Скопируйте текст вручную"
            readOnly
            value={state.text}
            onFocus={event => event.currentTarget.select()}
            onCopy={() => void again.noteCopied()}
          />
        )}
      </div>
      {meetingNumber !== null && (
        <div>
          <Text size="sm" c="dimmed">
            Номер встречи
          </Text>
          <Text size="lg" fw={600}>
            {groupedDigits(meetingNumber)}
          </Text>
          <FactButton
            size="compact-sm"
            variant="subtle"
            px={0}
            disabled={acting}
            onClick={() => void act({ kind: 'linkSent', way: 'dictated' })}
          >
            Номер продиктован
          </FactButton>
        </div>
      )}
    </Stack>
  )
}
