import { TodayScreen } from '../features/reception/today-screen.tsx'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { useDesk } from './desk.tsx'
import { receivesCitizens } from './screens-of-role.ts'

/** What a person sees first: the day of those who receive citizens, the workplace itself of those who keep it alive. */
export function HomeScreen() {
  const { role } = useDesk().session.account
  return receivesCitizens(role) ? <TodayScreen /> : <SettingsScreen />
}
