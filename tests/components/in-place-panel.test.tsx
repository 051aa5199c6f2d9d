import { Button, Menu, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { InPlacePanel } from '../../renderer/ui/in-place-panel.tsx'
import { ReasonDialog } from '../../renderer/ui/reason-dialog.tsx'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

/** What unfolds in place: nothing else is taken away, the keys are where the question is, and go back. */
const panel = () => page.getByRole('dialog', { name: 'Вопрос' })
const opener = () => page.getByRole('button', { name: 'Открыть' })

function Screen() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button>Ещё</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen(true)}>Спросить</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button onClick={() => setOpen(true)}>Открыть</Button>
      <Button>Другое</Button>
      {isOpen && (
        <InPlacePanel title="Вопрос" onClose={() => setOpen(false)}>
          <TextInput label="Поле" data-autofocus />
          <Select label="Список" data={['один', 'два']} />
          <Button onClick={() => setOpen(false)}>Готово</Button>
        </InPlacePanel>
      )}
    </>
  )
}

beforeEach(() => show(<Screen />))

test('by keyboard: the field has the focus, Esc closes, the opener has it again', async () => {
  await expect.element(opener()).toBeVisible()
  ;(opener().element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('textbox', { name: 'Поле' })).toHaveFocus()
  expect(await violationsInBothSchemes()).toEqual([])
  await userEvent.keyboard('{Escape}')
  await expect.element(panel()).not.toBeInTheDocument()
  await expect.element(opener()).toHaveFocus()
})

test('by mouse: the rest of the screen stays in reach, and the cross folds it', async () => {
  await press('Открыть')
  await page.getByRole('button', { name: 'Другое' }).click()
  await expect.element(panel()).toBeVisible()
  await press('Свернуть')
  await expect.element(panel()).not.toBeInTheDocument()
  await expect.poll(() => document.activeElement !== document.body).toBe(true)
})

test('from a menu: the focus is in the panel, and afterwards on the menu’s button', async () => {
  await press('Ещё')
  await page.getByRole('menuitem', { name: 'Спросить' }).click()
  await expect.element(page.getByRole('textbox', { name: 'Поле' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('button', { name: 'Ещё' })).toHaveFocus()
})

test('Esc over an open list closes the list alone; with the focus nowhere, the panel', async () => {
  await press('Открыть')
  await page.getByRole('combobox', { name: 'Список' }).click()
  await expect.element(page.getByRole('option', { name: 'два' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('option', { name: 'два' })).not.toBeInTheDocument()
  await expect.element(panel()).toBeVisible()
  ;(document.activeElement as HTMLElement).blur()
  await userEvent.keyboard('{Escape}')
  await expect.element(panel()).not.toBeInTheDocument()
})

function AskingModal() {
  const [isAsking, setAsking] = useState(false)
  return (
    <Modal opened onClose={() => undefined} title="Окно">
      <Button onClick={() => setAsking(true)}>Почему</Button>
      {isAsking && (
        <ReasonDialog
          {...{ title: 'Причина', label: 'Почему', button: 'Записать', pending: false, error: null }}
          onSubmit={() => undefined}
          onClose={() => setAsking(false)}
        />
      )}
    </Modal>
  )
}

test('in a modal: Esc closes the question, not the window it is asked in', async () => {
  show(<AskingModal />)
  await press('Почему')
  await expect.element(page.getByRole('textbox', { name: 'Почему' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog', { name: 'Причина' })).not.toBeInTheDocument()
  await expect.element(page.getByRole('dialog', { name: 'Окно' })).toBeVisible()
})
