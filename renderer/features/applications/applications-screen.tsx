import { Button, Group, Tabs, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { ListFilter } from '../../../shared/contract/application-list.ts'
import screen from '../../ui/screen.module.css'
import { ApplicationList } from './application-list.tsx'
import classes from './applications.module.css'
import { FilterBar } from './filter-bar.tsx'
import { MatterPanel, type MatterSlots } from './matter-panel.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import type { LetterToRegister } from './registration-values.ts'

/** Another part of the way from letter to reception, put beside the list. */
export interface ApplicationsTab {
  readonly value: string
  readonly label: string
  /** Gets the way to register an application from a letter. */
  readonly content: (register: (letter: LetterToRegister) => void) => ReactNode
}

interface ApplicationsScreenProps {
  firstTab: string
  tabs: readonly ApplicationsTab[]
  slots: MatterSlots
}

/** «Заявки»: what is to be decided, by the nearest end of a term, and the application that is considered. */
export function ApplicationsScreen({ firstTab, tabs, slots }: ApplicationsScreenProps) {
  const [filter, setFilter] = useState<ListFilter>('toDecide')
  const [tab, setTab] = useState<string | null>(firstTab)
  const [registering, setRegistering] = useState<'byHand' | LetterToRegister | null>(null)
  const navigate = useNavigate()
  const { applicationId: chosenId = null } = useParams({ strict: false })
  const choose = (applicationId: string) =>
    void navigate({ to: '/applications/$applicationId', params: { applicationId } })
  return (
    <Tabs className={screen.screen} value={tab} onChange={setTab} keepMounted={false}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="lg" wrap="nowrap">
          <Title order={1} size="h3">
            Заявки
          </Title>
          <Tabs.List aria-label="Работа с заявками">
            <Tabs.Tab value="applications">Заявки</Tabs.Tab>
            {tabs.map(({ value, label }) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Group>
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden size="1.1em" />}
          onClick={() => setRegistering('byHand')}
        >
          Зарегистрировать заявку…
        </Button>
      </Group>
      <Tabs.Panel value="applications" className={classes.panel}>
        <FilterBar filter={filter} onChange={setFilter} />
        <div className={classes.desk}>
          <ApplicationList filter={filter} chosenId={chosenId} onChoose={choose} onShowAll={() => setFilter('all')} />
          <MatterPanel key={chosenId} applicationId={chosenId} slots={slots} onChoose={choose} />
        </div>
      </Tabs.Panel>
      {tabs.map(({ value, content }) => (
        <Tabs.Panel key={value} value={value} className={classes.panel}>
          {content(setRegistering)}
        </Tabs.Panel>
      ))}
      {registering !== null && (
        <RegisterDialog
          from={registering === 'byHand' ? null : registering}
          onClose={() => setRegistering(null)}
          onRegistered={applicationId => {
            setTab('applications')
            setFilter('toDecide')
            choose(applicationId)
          }}
        />
      )}
    </Tabs>
  )
}
