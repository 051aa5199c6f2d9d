import { ApplicationsScreen, type ApplicationsTab } from '../features/applications/applications-screen.tsx'
import type { MatterSlots } from '../features/applications/matter-panel.tsx'

/** What other features put beside the list of applications and into the card. */
const tabs: readonly ApplicationsTab[] = []
const slots: MatterSlots = {}

/** «Заявки», put together from the features that work on the way from a letter to a reception. */
export function ApplicationsPage() {
  return <ApplicationsScreen tabs={tabs} slots={slots} />
}
