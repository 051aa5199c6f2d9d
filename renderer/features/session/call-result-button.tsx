import type { ButtonProps } from '@mantine/core'
import type { CallResult } from '../../../shared/reception/event.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** What a call came to, but for the time that was agreed, which needs its fields. */
const words: Readonly<Record<Exclude<CallResult, 'agreed'>, string>> = {
  notReached: 'Не ответил',
  willConnect: 'Сейчас подключится',
  declined: 'От иного срока отказался',
}

interface CallResultButtonProps extends ButtonProps {
  result: keyof typeof words
}

/** Notes a call to the citizen with its result. */
export function CallResultButton({ result, ...look }: CallResultButtonProps) {
  const { act, acting } = useSession()
  return (
    <FactButton
      variant="default"
      {...look}
      disabled={acting}
      onClick={() => void act({ kind: 'phoneCalled', result, agreedTime: null })}
    >
      {words[result]}
    </FactButton>
  )
}
