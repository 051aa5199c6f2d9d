import '@fontsource-variable/golos-text'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './global.css'
import { createRoot } from 'react-dom/client'
import { desktopBridge } from '../desktop/desktop-bridge.ts'
import { provenHost } from '../desktop/page-session.ts'
import { socketAddress } from '../desktop/socket-address.ts'
import { App } from './app.tsx'
import { makeBrowserWorkstation } from './browser-workstation.ts'
import { makeDesktopWorkstation } from './desktop-workstation.ts'
import { makeQueryClient } from './query-client.ts'
import { makeRouter } from './router.tsx'
import { temporalReady } from './temporal.ts'

function start(): void {
  const bridge = desktopBridge()
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <App
      workstation={
        bridge
          ? makeDesktopWorkstation(bridge)
          : makeBrowserWorkstation({ address: socketAddress(window.location, '/rpc'), provenHost: provenHost() })
      }
      queryClient={makeQueryClient()}
      makeRouter={makeRouter}
    />,
  )
}

// Not awaited at the top: parts that are fetched later import from this file, and would wait for it.
void temporalReady.then(start)
