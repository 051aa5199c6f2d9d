import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSilentCheck } from '../features/equipment/use-silent-check.ts'
import { fetchPartsAhead } from '../ui/lazy-part.tsx'
import { ConnectionBand } from './connection-band.tsx'
import { useDesk } from './desk.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Header } from './header.tsx'
import { HomeScreen } from './home-screen.tsx'
import { isScreenOf } from './screens-of-role.ts'
import classes from './shell.module.css'
import { useAnnouncements } from './use-announcements.ts'
import { useDeskLock } from './use-desk-lock.ts'

/** Header, the band of a lost connection, and the screen; only the screen scrolls. */
export function Shell() {
  useAnnouncements({ onEquipmentDue: useSilentCheck() })
  useDeskLock()
  useEffect(fetchPartsAhead, [])
  const { role } = useDesk().session.account
  const { pathname } = useLocation()
  return (
    <div className={classes.shell}>
      <Header />
      <ConnectionBand />
      <main className={classes.main}>
        {/* A screen that failed to draw does not stand in the way of the others. */}
        <ErrorBoundary key={pathname.split('/')[1]}>
          {isScreenOf(role, pathname) ? <Outlet /> : <HomeScreen />}
        </ErrorBoundary>
      </main>
    </div>
  )
}
