import { Button, Stack } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowRight } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { useRoomState } from '../equipment/use-room-state.ts'
import { useActs } from '../terms/use-acts.ts'
import { primaryWords } from './reception-word.ts'

const MoveDialog = lazyPart(() => import('./move-dialog.tsx').then(part => part.MoveDialog))

const reasonId = 'start-reason'

/**
 * The one thing to do next with the chosen reception, by click or Ctrl+Enter; the key does nothing else on «Сегодня».
 * Disabled, it says why in words, and the reception can still be looked at.
 */
export function StartButton({ card, anotherOpen }: { card: DayCard; anotherOpen: boolean }) {
  const navigate = useNavigate()
  const [moving, setMoving] = useState(false)
  const isScheduled = card.state.step.name === 'scheduled'
  const mayMove = useActs(card.id)('move').permitted
  const { refusal } = useRoomState(card.id)
  const { words, act } = primaryWords(card.state)
  const reason = !isScheduled
    ? null
    : anotherOpen
      ? 'Открыт другой приём. Сначала завершите его.'
      : card.link === null
        ? 'Нет ссылки на встречу. Впишите её выше.'
        : refusal
  const go = () => void navigate({ to: '/reception/$receptionId', params: { receptionId: card.id } })
  const isMove = act === 'move'
  const ready = isMove ? mayMove : act === 'open' && reason === null
  useHotkeys(
    [
      [
        'ctrl+Enter',
        event => {
          // In a dialog the key belongs to the fact that has the focus (fact-button.tsx).
          if (document.querySelector('[role="dialog"]') !== null) return
          event.preventDefault()
          if (!ready || event.repeat) return
          if (isMove) setMoving(true)
          else go()
        },
        { preventDefault: false },
      ],
    ],
    [],
    true,
  )
  const look = { size: 'md', 'aria-keyshortcuts': 'Control+Enter' } as const
  if (isMove) {
    return (
      <>
        <Button
          {...look}
          disabled={!mayMove}
          rightSection={<HotkeyHint keys="Ctrl+Enter" />}
          onClick={() => setMoving(true)}
        >
          {words}
        </Button>
        {moving && <MoveDialog card={card} onClose={() => setMoving(false)} />}
      </>
    )
  }
  const toReception = (props: object) => (
    <Link to="/reception/$receptionId" params={{ receptionId: card.id }} {...props} />
  )
  if (act === 'look') {
    return (
      <Button size="md" variant="default" renderRoot={toReception}>
        {words}
      </Button>
    )
  }
  if (reason !== null) {
    return (
      <Stack gap={4}>
        <Button {...look} disabled aria-describedby={reasonId}>
          {words}
        </Button>
        <div id={reasonId}>
          <ToneText tone="warn" size="sm">
            {reason}
          </ToneText>
        </div>
        {!anotherOpen && (
          <Button size="compact-md" variant="default" renderRoot={toReception}>
            Посмотреть приём
          </Button>
        )}
      </Stack>
    )
  }
  return (
    <Button
      {...look}
      rightSection={
        <>
          <IconArrowRight aria-hidden size="1.1em" style={{ marginInlineEnd: '0.5em' }} />
          <HotkeyHint keys="Ctrl+Enter" />
        </>
      }
      renderRoot={toReception}
    >
      {words}
    </Button>
  )
}
