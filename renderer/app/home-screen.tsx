import { TodayScreen } from '../features/reception/today-screen.tsx'
import { lazyScreen } from '../ui/lazy-part.tsx'
import { useDesk } from './desk.tsx'
import { receivesCitizens } from './screens-of-role.ts'

const SettingsScreen = lazyScreen(() =>
  import('../features/settings/settings-screen.tsx').then(part => part.SettingsScreen),
)

/** What a person sees first: the day of those who receive citizens, the workplace itself of those who keep it alive. */
export function HomeScreen() {
  const { role } = useDesk().session.account
  return receivesCitizens(role) ? <TodayScreen /> : <SettingsScreen />
}
