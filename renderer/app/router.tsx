import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { lazyScreen } from '../ui/lazy-part.tsx'
import { HomeScreen } from './home-screen.tsx'
import { Shell } from './shell.tsx'

const SessionScreen = lazyScreen(() =>
  import('../features/session/session-screen.tsx').then(part => part.SessionScreen),
)
const ApplicationsPage = lazyScreen(() => import('./applications-page.tsx').then(part => part.ApplicationsPage))
const JournalScreen = lazyScreen(() =>
  import('../features/journal/journal-screen.tsx').then(part => part.JournalScreen),
)
const CitizenScreen = lazyScreen(() =>
  import('../features/citizens/citizen-screen.tsx').then(part => part.CitizenScreen),
)
const RecordingsScreen = lazyScreen(() =>
  import('../features/recording/recordings-screen.tsx').then(part => part.RecordingsScreen),
)
const RecordingStoryScreen = lazyScreen(() =>
  import('../features/recording/recording-story-screen.tsx').then(part => part.RecordingStoryScreen),
)
const EquipmentScreen = lazyScreen(() =>
  import('../features/equipment/equipment-screen.tsx').then(part => part.EquipmentScreen),
)
const SettingsScreen = lazyScreen(() =>
  import('../features/settings/settings-screen.tsx').then(part => part.SettingsScreen),
)

/**
 * Hash history: the page is one file on both hosts. Addresses carry ids only — no names, no search words —
 * because browsers keep history.
 */
const root = createRootRoute({ component: Shell })
const today = createRoute({ getParentRoute: () => root, path: '/', component: HomeScreen })
const session = createRoute({ getParentRoute: () => root, path: '/reception/$receptionId', component: SessionScreen })
/** One screen, whichever of its cases is looked at: what was searched for stays. */
const cases = createRoute({ getParentRoute: () => root, id: 'cases', component: ApplicationsPage })
const applications = createRoute({ getParentRoute: () => cases, path: '/applications' })
const newApplication = createRoute({ getParentRoute: () => cases, path: '/applications/new' })
const application = createRoute({ getParentRoute: () => cases, path: '/applications/$applicationId' })
const letters = createRoute({ getParentRoute: () => cases, path: '/letters' })
const letter = createRoute({ getParentRoute: () => cases, path: '/applications/letter/$letterId' })
const reply = createRoute({ getParentRoute: () => cases, path: '/applications/reply/$letterId' })
const journal = createRoute({ getParentRoute: () => root, path: '/journal', component: JournalScreen })
const citizen = createRoute({
  getParentRoute: () => root,
  path: '/citizens/$applicationId',
  component: CitizenScreen,
})
const recordings = createRoute({ getParentRoute: () => root, path: '/recordings', component: RecordingsScreen })
const recording = createRoute({
  getParentRoute: () => root,
  path: '/recordings/$recordingId',
  component: RecordingsScreen,
})
const recordingStory = createRoute({
  getParentRoute: () => root,
  path: '/reception/$receptionId/recording',
  component: RecordingStoryScreen,
})
const equipment = createRoute({ getParentRoute: () => root, path: '/equipment', component: EquipmentScreen })
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsScreen })
const elsewhere = createRoute({
  getParentRoute: () => root,
  path: '$',
  beforeLoad: () => {
    throw redirect({ to: '/' })
  },
})

const routeTree = root.addChildren([
  today,
  session,
  cases.addChildren([applications, newApplication, application, letters, letter, reply]),
  journal,
  citizen,
  recordings,
  recording,
  recordingStory,
  equipment,
  settings,
  elsewhere,
])

export const makeRouter = () => createRouter({ routeTree, history: createHashHistory() })
export type AppRouter = ReturnType<typeof makeRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
