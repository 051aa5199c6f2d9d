/// <reference types="vite/client" />
import '@mantine/core/styles.css'
import { AppShell, Button, Card, MantineProvider, Modal, Select, Table, Text, TextInput, Title } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

/** The least of what a desk of this kind is made of: a shell, a list, a form in a dialog, notices. */
function BarePage() {
  const [isOpen, setOpen] = useState(false)
  return (
    <MantineProvider defaultColorScheme="auto">
      <Notifications />
      <AppShell header={{ height: 48 }}>
        <AppShell.Header>
          <Title order={1}>Сегодня</Title>
        </AppShell.Header>
        <AppShell.Main>
          <Card>
            <Text>Приёмов нет</Text>
            <Table data={{ head: ['Время', 'Заявитель'], body: [['09:00', 'Иванов']] }} />
            <Button onClick={() => setOpen(true)}>Новая заявка</Button>
          </Card>
          <Modal opened={isOpen} onClose={() => setOpen(false)} title="Новая заявка">
            <TextInput label="Фамилия" />
            <Select label="Тема" data={['Льготы', 'Пособия']} />
          </Modal>
        </AppShell.Main>
      </AppShell>
    </MantineProvider>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<BarePage />)
