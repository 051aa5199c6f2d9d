import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconClockEdit, IconPlugConnectedX, IconTool, IconUsers } from '@tabler/icons-react'
import { mayDo } from '../../../shared/reception/session-acts.ts'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { FactItem } from './fact-item.tsx'
import { useSession } from './session-context.tsx'
import { useSessionKey } from './use-session-key.ts'

/** «Проблема ▾»: what may happen in any step, who else takes part, and the times of the marks. */
export function ProblemMenu() {
  const { detail, act, acting, showDialog } = useSession()
  const { name } = detail.card.state.step
  const isOpen = name !== 'scheduled' && name !== 'moving'
  useSessionKey('alt+T', () => showDialog('times'))
  useSessionKey('alt+P', () => showDialog('presence'), isOpen)
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button size="compact-md" variant="default" rightSection={<IconChevronDown aria-hidden size="1.1em" />}>
          Проблема
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayDo(detail.acts, 'connectionLost') && (
          <FactItem
            disabled={acting}
            leftSection={<IconPlugConnectedX aria-hidden size="1.1em" />}
            onClick={() => void act({ kind: 'connectionLost' })}
          >
            Связь прервалась
          </FactItem>
        )}
        {mayDo(detail.acts, 'faultFound') && (
          <Menu.Item leftSection={<IconTool aria-hidden size="1.1em" />} onClick={() => showDialog('fault')}>
            Неисправность… (п. 3.5)
          </Menu.Item>
        )}
        {isOpen && (
          <Menu.Item
            leftSection={<IconUsers aria-hidden size="1.1em" />}
            rightSection={<HotkeyHint keys="Alt+P" />}
            onClick={() => showDialog('presence')}
          >
            Участники…
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconClockEdit aria-hidden size="1.1em" />}
          rightSection={<HotkeyHint keys="Alt+T" />}
          onClick={() => showDialog('times')}
        >
          Отметки и их время…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
