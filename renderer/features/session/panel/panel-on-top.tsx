import { ActionIcon } from '@mantine/core'
import { IconPictureInPictureTop } from '@tabler/icons-react'
import { createPortal } from 'react-dom'
import { ToneText } from '../../../ui/tone-text.tsx'
import { useSessionKey } from '../use-session-key.ts'
import { Panel } from './panel.tsx'
import { canStayOnTop } from './panel-window.ts'
import { usePanelWindow } from './use-panel-window.ts'

/** «Панель поверх окон»: what must stay in sight while Telemost covers the desk; absent where the host has no such window. */
export function PanelOnTop() {
  const { panel, failed, toggle } = usePanelWindow()
  const offered = canStayOnTop()
  useSessionKey('alt+O', toggle, offered)
  if (!offered) return null
  return (
    <>
      {failed && <ToneText tone="warn">Панель не открылась</ToneText>}
      <ActionIcon
        size="lg"
        variant={panel === null ? 'default' : 'light'}
        aria-label="Панель поверх окон"
        aria-pressed={panel !== null}
        aria-keyshortcuts="Alt+O"
        title="Панель поверх окон (Alt+O)"
        onClick={toggle}
      >
        <IconPictureInPictureTop aria-hidden size="1.2em" />
      </ActionIcon>
      {panel !== null && createPortal(<Panel />, panel.document.body)}
    </>
  )
}
