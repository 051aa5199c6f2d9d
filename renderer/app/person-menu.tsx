import { Box, Button, Menu, Popover, Text, useMantineColorScheme } from '@mantine/core'
import { IconChevronDown, IconKey, IconLock, IconLogout } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { ChangePasswordForm } from '../features/accounts/change-password-form.tsx'
import { HotkeyHint } from '../ui/hotkey-hint.tsx'
import { useDesk } from './desk.tsx'
import { useDeskAct } from './use-desk-act.ts'

const schemes = [
  { value: 'auto', label: 'Как в системе' },
  { value: 'light', label: 'Светлое' },
  { value: 'dark', label: 'Тёмное' },
] as const

/** The person, the body, the version; and the look of the screens. */
export function PersonMenu() {
  const { session, version } = useDesk()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [changing, setChanging] = useState(false)
  const passwordTitleId = useId()
  const lock = useDeskAct('lock')
  const signOut = useDeskAct('signOut')
  return (
    <Popover
      opened={changing}
      onChange={setChanging}
      position="bottom-end"
      width="var(--layout-side)"
      shadow="md"
      trapFocus
      // Its name is its own title's, not that of the button it stands below.
      withRoles={false}
      // A click beside it must not throw away what was typed.
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <Box>
          <Menu position="bottom-end" width="var(--layout-side)">
            <Menu.Target>
              <Button
                variant="subtle"
                color="gray"
                c="inherit"
                rightSection={<IconChevronDown aria-hidden size="1.1em" />}
              >
                {session.account.shortName}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>
                <Text c="var(--mantine-color-text)" size="sm">
                  {session.account.fullName}
                </Text>
                {session.account.position}
                <br />
                {session.body.name}
                <br />
                {session.workplace.name}
              </Menu.Label>
              <Menu.Divider />
              <Menu.Label>Оформление</Menu.Label>
              <Menu.RadioGroup
                value={colorScheme}
                onChange={chosen => setColorScheme(schemes.find(({ value }) => value === chosen)?.value ?? 'auto')}
              >
                {schemes.map(({ value, label }) => (
                  <Menu.RadioItem key={value} value={value}>
                    {label}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              <Menu.Divider />
              <Menu.Item leftSection={<IconKey aria-hidden size="1.1em" />} onClick={() => setChanging(true)}>
                Сменить пароль…
              </Menu.Item>
              <Menu.Item
                leftSection={<IconLock aria-hidden size="1.1em" />}
                rightSection={<HotkeyHint keys="Ctrl+Alt+L" />}
                onClick={() => lock.mutate()}
              >
                Заблокировать
              </Menu.Item>
              <Menu.Item leftSection={<IconLogout aria-hidden size="1.1em" />} onClick={() => signOut.mutate()}>
                Выйти
              </Menu.Item>
              <Menu.Divider />
              <Menu.Label>Видеоприём, версия {version}</Menu.Label>
            </Menu.Dropdown>
          </Menu>
        </Box>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-labelledby={passwordTitleId}>
        <ChangePasswordForm titleId={passwordTitleId} onDone={() => setChanging(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
