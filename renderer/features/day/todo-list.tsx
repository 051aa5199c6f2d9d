import { Group, Paper, Stack, Title, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { AttentionItem, DayState, TodoGroup } from '../../../shared/contract/day.ts'
import { todoKeyOf } from '../../../shared/day/todo-key.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useLive } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { type CaseActs, Cases } from './cases.tsx'
import { todoWords } from './todo-words.ts'
import { useAttentionWords } from './use-attention-words.ts'

/** «Сделать сегодня»: one line per kind with its count, by the term in law; a line of several opens its cases. */
export function TodoList({ day, ...acts }: { day: DayState } & CaseActs) {
  const [openKey, setOpenKey] = useState<string | null>(null)
  if (day.todo.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-label="Сделать сегодня">
      <Stack gap="xs">
        <Title order={2} size="h5">
          Сделать сегодня
        </Title>
        <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {day.todo.map(group => {
            const items = day.items.filter(item => todoKeyOf(item) === group.key)
            // One thing is its own line: nothing is left to open.
            return items.length === 1 ? (
              <Cases key={group.key} items={items} today={day.date} {...acts} />
            ) : (
              <GroupLine
                key={group.key}
                group={group}
                items={items}
                today={day.date}
                isOpen={openKey === group.key}
                onToggle={() => setOpenKey(openKey === group.key ? null : group.key)}
                {...acts}
              />
            )
          })}
        </Stack>
      </Stack>
    </Paper>
  )
}

interface GroupLineProps extends CaseActs {
  group: TodoGroup
  items: readonly AttentionItem[]
  today: string
  isOpen: boolean
  onToggle: () => void
}

function GroupLine({ group, items, today, isOpen, onToggle, ...acts }: GroupLineProps) {
  const { terms } = useRegulation()
  const timeZone = useTimeZone()
  const minute = useLive(({ nowMs }) => (nowMs === null ? null : Math.floor(nowMs / 60_000)))
  const wordsOf = useAttentionWords(today)
  const casesId = useId()
  const [first] = items
  if (!first) return null
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <UnstyledButton aria-expanded={isOpen} aria-controls={casesId} onClick={onToggle}>
          <Group gap="xs" wrap="nowrap">
            <ToneText tone={wordsOf(first).tone} fw={600}>
              {todoWords(group, { terms, timeZone, nowMs: (minute ?? 0) * 60_000 })}
            </ToneText>
            <Chevron aria-hidden size="1.1em" />
          </Group>
        </UnstyledButton>
      </Group>
      <Stack
        id={casesId}
        gap="xs"
        component="ul"
        m={0}
        mt={isOpen ? 'xs' : 0}
        p={0}
        pl="lg"
        style={{ listStyle: 'none' }}
      >
        {isOpen && <Cases items={items} today={today} {...acts} />}
      </Stack>
    </li>
  )
}
