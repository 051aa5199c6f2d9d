import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { RecoveryGate } from '../features/backup/recovery-gate.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Gate } from './gate.tsx'
import { HideAll } from './hide-all.tsx'
import { keepFocus } from './keep-focus.ts'
import type { AppRouter } from './router.tsx'
import { Screens } from './screens.tsx'
import { cssVariablesResolver, theme } from './theme.ts'
import type { Workstation } from './workstation.ts'
import { WorkstationProvider } from './workstation-provider.tsx'

const Messages = lazyPart(() => import('./messages.tsx').then(part => part.Messages))

interface AppProps {
  workstation: Workstation
  queryClient: QueryClient
  makeRouter: () => AppRouter
}

/** All providers, outermost first; the gate decides between the first run and the working screens. */
export function App({ workstation, queryClient, makeRouter }: AppProps) {
  useEffect(() => keepFocus(document), [])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <Messages />
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <WorkstationProvider workstation={workstation}>
            <HideAll>
              <RecoveryGate>
                <Gate>
                  <Screens makeRouter={makeRouter} />
                </Gate>
              </RecoveryGate>
            </HideAll>
          </WorkstationProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  )
}
