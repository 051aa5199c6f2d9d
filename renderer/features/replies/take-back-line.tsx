import { Group, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { JudgedReply } from '../../../shared/contract/replies.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { judgedWords } from './reply-words.ts'
import { showWaiting } from './use-judge-reply.ts'

/** What was judged a moment ago, and the seconds in which it can be taken back; nothing once they are over. */
export function TakeBackLine({ judged }: { judged: JudgedReply }) {
  const workstation = useWorkstation()
  const queryClient = useQueryClient()
  const [untilMs] = useState(() => performance.now() + judged.leftMs)
  const [leftMs, setLeftMs] = useState(judged.leftMs)
  useEffect(() => {
    const timer = setInterval(() => setLeftMs(untilMs - performance.now()), 250)
    return () => clearInterval(timer)
  }, [untilMs])
  const takeBack = useMutation({
    mutationFn: () => workstation.calls.replies.takeBack({ letterId: judged.letterId }),
    onSuccess: waiting => showWaiting(queryClient, workstation, waiting),
  })
  if (takeBack.error !== null) return <ToneText tone="bad">{faultHint(takeBack.error)}</ToneText>
  if (leftMs <= 0) return null
  const words = judgedWords[judged.verdict]
  const said =
    judged.shortName === null
      ? `${words.charAt(0).toLocaleUpperCase('ru')}${words.slice(1)}`
      : `${judged.shortName}, № ${judged.journalNumber}: ${words}`
  return (
    <Group gap="xs" role="group" aria-label="Последнее решение">
      <Text size="sm">{said}</Text>
      <FactButton
        size="compact-md"
        variant="default"
        leftSection={<IconArrowBackUp aria-hidden size="1.1em" />}
        loading={takeBack.isPending}
        onClick={() => takeBack.mutate()}
      >
        Взять назад, ещё {Math.ceil(leftMs / 1000)} с
      </FactButton>
    </Group>
  )
}
