import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { bringToFront } from '../../../desktop/bring-to-front.ts'
import { panelKey } from './panel-key.ts'
import { openPanelWindow } from './panel-window.ts'

/** The window on top while this reception is on the screen; it goes with the component. */
export function usePanelWindow() {
  const [panel, setPanel] = useState<Window | null>(null)
  const [failed, setFailed] = useState(false)
  const mounted = useRef(false)
  const colorScheme = useComputedColorScheme()

  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  useEffect(() => {
    if (panel === null) return
    const onKey = (event: KeyboardEvent): void => {
      const wanted = panelKey(event)
      if (wanted === null) return
      event.preventDefault()
      if (wanted === 'desk') bringToFront()
      document.documentElement.dispatchEvent(new KeyboardEvent('keydown', { ...keyOf(event), bubbles: true }))
    }
    const onClosed = () => setPanel(null)
    panel.addEventListener('keydown', onKey)
    panel.addEventListener('pagehide', onClosed)
    return () => {
      panel.removeEventListener('pagehide', onClosed)
      panel.removeEventListener('keydown', onKey)
      panel.close()
    }
  }, [panel])

  useEffect(() => {
    panel?.document.documentElement.setAttribute('data-mantine-color-scheme', colorScheme)
  }, [panel, colorScheme])

  async function open(): Promise<void> {
    try {
      const opened = await openPanelWindow()
      setFailed(false)
      if (mounted.current) setPanel(opened)
      else opened.close()
    } catch {
      setFailed(true)
    }
  }

  return { panel, failed, toggle: () => (panel === null ? void open() : setPanel(null)) }
}

const keyOf = ({ key, code, ctrlKey, shiftKey, altKey, metaKey, repeat }: KeyboardEvent): KeyboardEventInit => ({
  key,
  code,
  ctrlKey,
  shiftKey,
  altKey,
  metaKey,
  repeat,
})
