import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { FactButton } from '../../renderer/ui/fact-button.tsx'
import { press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

/** Who had the focus is taken away: it lands on what had it before, never on a fact, never on the page's body. */
function Screen() {
  const [isOpen, setOpen] = useState(false)
  const [hasFact, setFact] = useState(true)
  const [ticks, setTicks] = useState(0)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Открыть</Button>
      <FactButton>Факт</FactButton>
      {hasFact && <Button onClick={() => setFact(false)}>Убрать себя</Button>}
      <p>Текст {ticks}</p>
      <Button onClick={() => setTicks(ticks + 1)}>Перерисовать</Button>
      {isOpen && (
        <Modal opened onClose={() => setOpen(false)} title="Вопрос">
          <Button data-autofocus onClick={() => setOpen(false)}>
            Закрыть вопрос
          </Button>
        </Modal>
      )}
    </>
  )
}

test('a dialog that is taken away gives the focus back to the button it was opened by', async () => {
  show(<Screen />)
  await press('Открыть')
  await expect.element(page.getByRole('button', { name: 'Закрыть вопрос' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('button', { name: 'Открыть' })).toHaveFocus()
  await press('Открыть')
  await press('Закрыть вопрос')
  await expect.element(page.getByRole('button', { name: 'Открыть' })).toHaveFocus()
})

test('a fact is no heir: a stray Space after a button that is gone writes nothing', async () => {
  show(<Screen />)
  await page.getByRole('button', { name: 'Открыть' }).click()
  await press('Закрыть вопрос')
  await page.getByRole('button', { name: 'Факт' }).click()
  await press('Убрать себя')
  await expect.element(page.getByRole('button', { name: 'Открыть' })).toHaveFocus()
})

test('nothing is left that had the focus: the screen itself takes it', async () => {
  show(<Screen />)
  await press('Убрать себя')
  await expect.element(page.getByRole('main')).toHaveFocus()
})

test('what lost the focus by a click beside it does not get it back when the page is drawn anew', async () => {
  show(<Screen />)
  await press('Перерисовать')
  await page.getByText('Текст 1').click()
  expect(document.activeElement).toBe(document.body)
  ;(page.getByRole('button', { name: 'Убрать себя' }).element() as HTMLElement).click()
  await expect.element(page.getByRole('button', { name: 'Убрать себя' })).not.toBeInTheDocument()
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(document.activeElement).toBe(document.body)
})

/** A fact that waits for its answer, and a dialog that is gone with it. */
function Waiting({ isTaken }: { isTaken: boolean }) {
  const [state, setState] = useState<'asked' | 'waits' | 'gone'>('asked')
  const [isOpen, setOpen] = useState(false)
  const answer = () => (isTaken ? setOpen(false) : setState('asked'))
  return (
    <>
      <Button onClick={() => setOpen(true)}>Открыть</Button>
      {isOpen && (
        <Modal opened onClose={() => setOpen(false)} title="Вопрос">
          <FactButton loading={state === 'waits'} onClick={() => setState('waits')}>
            Записать
          </FactButton>
        </Modal>
      )}
      <div id="answer" onClickCapture={answer} />
    </>
  )
}
const answerNow = () => document.querySelector<HTMLElement>('#answer')?.click()

test.each([
  ['the answer closes its dialog: what opened it has the focus', true, 'Открыть'],
  ['refused: the button that was pressed has it again', false, 'Записать'],
])('%s', async (_name, isTaken, heir) => {
  show(<Waiting isTaken={isTaken} />)
  await press('Открыть')
  await press('Записать')
  await expect.element(page.getByRole('button', { name: 'Записать' })).toBeDisabled()
  answerNow()
  await expect.element(page.getByRole('button', { name: heir })).toHaveFocus()
})
