import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AppRouter } from './router.tsx'

/**
 * The screens of whoever is signed in. Each time somebody comes in the router is made anew, from the address as it is
 * then: one that was kept would first draw the screen it was left with.
 */
export function Screens({ makeRouter }: { makeRouter: () => AppRouter }) {
  const [router] = useState(makeRouter)
  useEffect(() => () => router.history.destroy(), [router])
  return <RouterProvider router={router} />
}
