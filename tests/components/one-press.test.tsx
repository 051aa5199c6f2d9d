import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { FactButton } from '../../renderer/ui/fact-button.tsx'
import { show } from './fixtures/show.tsx'

/** A press that began no call: a field was missing. Nothing here takes time, so the lock is all that can hold it. */
function Counted() {
  const [presses, setPresses] = useState(0)
  return (
    <>
      <label>
        Основание
        <input />
      </label>
      <FactButton onClick={() => setPresses(now => now + 1)}>Записать</FactButton>
      <output>{presses}</output>
    </>
  )
}

const button = () => page.getByRole('button', { name: 'Записать' }).element()
const presses = () => page.getByRole('status').element().textContent
const pressAtOnce = () => button().dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))

test('two presses and nothing between them are one', async () => {
  show(<Counted />)
  await expect.element(page.getByRole('button')).toBeVisible()
  pressAtOnce()
  pressAtOnce()
  await expect.poll(presses).toBe('1')
})

test('a press after something was entered is another one, however soon it comes', async () => {
  show(<Counted />)
  await expect.element(page.getByRole('button')).toBeVisible()
  pressAtOnce()
  page
    .getByRole('textbox')
    .element()
    .dispatchEvent(new InputEvent('input', { bubbles: true }))
  pressAtOnce()
  await expect.poll(presses).toBe('2')
})
