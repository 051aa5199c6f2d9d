import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { useSession } from './session-context.tsx'
import { mayFinish } from './session-rules.ts'
import { useRoom } from './use-room.ts'
import { useSessionKey } from './use-session-key.ts'

/** «Не получилось ▾»: what is done where the primary act is not possible; the step's own ways stand first. */
export function NotManagedMenu({ children }: { children?: ReactNode }) {
  const { detail, showDialog } = useSession()
  const openRoom = useRoom()
  const { step, facts } = detail.card.state
  const isBefore = step.name === 'scheduled' || step.name === 'waiting'
  const isEnding = mayFinish(detail)
  useSessionKey('F9', () => showDialog('finish'), isEnding)
  if (!isBefore && !isEnding && children === undefined) return null
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button size="compact-md" variant="default" rightSection={<IconChevronDown aria-hidden size="1.1em" />}>
          Не получилось
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        {step.name !== 'scheduled' && openRoom && facts.endedAt === null && (
          <Menu.Item onClick={() => void openRoom()}>Открыть комнату ещё раз</Menu.Item>
        )}
        {isBefore && <SecondEngineItem />}
        {isEnding && (
          <Menu.Item rightSection={<HotkeyHint keys="F9" />} onClick={() => showDialog('finish')}>
            Завершить разговор…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Only where this computer can do it: asked when the menu is opened. */
function SecondEngineItem() {
  const { showDialog } = useSession()
  const { queries } = useWorkstation()
  const sources = useQuery({ ...queries.grabber.sources.queryOptions(), staleTime: 0, gcTime: 0 })
  if (sources.data === undefined || sources.data.refusal !== null) return null
  return <Menu.Item onClick={() => showDialog('secondEngine')}>Второй способ записи…</Menu.Item>
}
