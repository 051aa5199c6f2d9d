import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type CSSProperties, useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { FactButton } from '../../renderer/ui/fact-button.tsx'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

/** A message at the smallest usual window (125 % of a laptop's): what is next and what is asked stay in reach. */
const text = 'Заявка № 12: приём перенесён на 24.11.2026, 09:00'
const tell = () => notifications.show({ message: text, autoClose: false })

const isInReach = (name: string): boolean => {
  const element = page.getByRole('button', { name }).element()
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return [
    [left + 2, top + 2],
    [right - 2, top + 2],
    [left + 2, bottom - 2],
    [right - 2, bottom - 2],
  ].every(([x = 0, y = 0]) => element.contains(document.elementFromPoint(x, y)))
}
const at = (place: CSSProperties): CSSProperties => ({ position: 'fixed', ...place })

test.each<[string, CSSProperties]>([
  ['bottom left', { left: 24, bottom: 24 }],
  ['bottom right', { right: 24, bottom: 24 }],
  ['top right', { right: 24, top: 24 }],
  ['top left', { left: 24, top: 24 }],
])('the primary stands %s', async (_name, place) => {
  await page.viewport(1093, 550)
  show(
    <>
      <Button style={at(place)}>Дальше</Button>
      <Button variant="default" style={at({ left: '50%', top: '50%' })} onClick={tell}>
        Сказать
      </Button>
    </>,
  )
  await press('Сказать')
  await expect.element(page.getByText(text)).toBeVisible()
  await expect.poll(() => isInReach('Дальше')).toBe(true)
})

function Later() {
  const [hasCome, setCome] = useState(false)
  return (
    <>
      <Button variant="default" onClick={tell}>
        Сказать
      </Button>
      <Button variant="default" onClick={() => setCome(true)}>
        Пусть придёт
      </Button>
      {hasCome && <FactButton style={at({ left: 24, bottom: 24 })}>Дальше</FactButton>}
    </>
  )
}

test('a primary that comes later drives it away', async () => {
  await page.viewport(1093, 550)
  show(<Later />)
  await press('Сказать')
  await expect.element(page.getByText(text)).toBeVisible()
  await press('Пусть придёт')
  await expect.poll(() => isInReach('Дальше')).toBe(true)
})

test('no button of a dialog is covered, wherever it stands', async () => {
  await page.viewport(1093, 550)
  show(
    <>
      <Button onClick={tell}>Сказать</Button>
      <Modal opened onClose={() => undefined} title="Вопрос" fullScreen>
        <Button style={at({ left: 24, bottom: 24 })}>Слева</Button>
        <Button style={at({ right: 24, bottom: 24 })}>Справа</Button>
      </Modal>
    </>,
  )
  await expect.element(page.getByRole('button', { name: 'Слева' })).toBeVisible()
  tell()
  await expect.poll(() => document.body.textContent?.includes(text)).toBe(true)
  await expect.poll(() => isInReach('Слева') && isInReach('Справа')).toBe(true)
})

/** The most copies of the message that stood on the page at once, from now on. */
function countCopies(): () => number {
  let most = 0
  const observer = new MutationObserver(() => {
    most = Math.max(most, page.getByText(text).elements().length)
  })
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  return () => {
    observer.disconnect()
    return most
  }
}

test('it is told once, also where it goes to another corner', async () => {
  await page.viewport(1093, 550)
  show(<Later />)
  const mostCopies = countCopies()
  await press('Сказать')
  await expect.element(page.getByText(text)).toBeVisible()
  await press('Пусть придёт')
  await expect.poll(() => isInReach('Дальше')).toBe(true)
  expect(mostCopies()).toBe(1)
})

test.each(['red', 'amber', 'green'])('the words under a title are readable: %s', async color => {
  const titled = () => notifications.show({ color, title: 'Лист не напечатан', message: text, autoClose: false })
  show(<Button onClick={titled}>Сказать</Button>)
  await press('Сказать')
  await expect.element(page.getByText(text)).toBeVisible()
  expect(await violationsInBothSchemes()).toEqual([])
})
