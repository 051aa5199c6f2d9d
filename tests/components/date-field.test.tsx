import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { FactButton } from '../../renderer/ui/fact-button.tsx'
import { FactForm } from '../../renderer/ui/fact-form.tsx'
import { WhenFields } from '../../renderer/ui/when-fields.tsx'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import { show } from './fixtures/show.tsx'

/** A day and a time as they are typed, and what of them is kept. */
const set: string[] = []

function Fact({ initial = '2026-11-20', error }: { initial?: string | null; error?: string }) {
  const [date, setDate] = useState<string | null>(initial)
  const [time, setTime] = useState('09:00')
  const ready = date !== null && time !== ''
  const onFact = () => set.push(`${date}T${time}`)
  return (
    <FactForm ready={ready} pending={false} onFact={onFact}>
      <WhenFields date={date} time={time} onDate={setDate} onTime={setTime} error={error} />
      <output>{`${date} ${time}`}</output>
      <FactButton disabled={!ready} onClick={onFact}>
        Записать
      </FactButton>
    </FactForm>
  )
}

const day = () => page.getByRole('textbox', { name: 'Дата' })
const kept = () => page.getByRole('status')

async function type(text: string): Promise<void> {
  await day().fill(text)
  await userEvent.keyboard('{Tab}')
}

describe('a day', () => {
  test.each([
    ['27.11.2026', '2026-11-27 09:00'],
    ['01.12.2026', '2026-12-01 09:00'],
    ['1.12.2026', '2026-12-01 09:00'],
    ['29.02.2028', '2028-02-29 09:00'],
  ])('typed as %s is kept as it is', async (typed, iso) => {
    show(<Fact />)
    await type(typed)
    await expect.element(kept()).toHaveTextContent(iso)
  })

  test('emptied, the one before stays', async () => {
    show(<Fact />)
    await type('')
    await expect.element(day()).toHaveValue('20.11.2026')
    await expect.element(kept()).toHaveTextContent('2026-11-20 09:00')
  })

  test.each(['вчера', '31.02.2026', '99.99.2026', '11/27/2026', '27.11.2026 oops'])(
    '%s is no day: it stays as typed with an error, and nothing is kept in its place',
    async typed => {
      show(<Fact />)
      await type(typed)
      await expect.element(day()).toHaveValue(typed)
      await expect.element(day()).toHaveAttribute('aria-invalid', 'true')
      await expect.element(kept()).toHaveTextContent('null 09:00')
      await expect.element(page.getByRole('button', { name: 'Записать' })).toBeDisabled()
    },
  )

  test('is kept by no browser and has its months in Russian', async () => {
    show(<Fact />)
    await day().click()
    await expect.element(page.getByText(/ноябрь 2026/i)).toBeVisible()
    await expect.element(day()).toHaveAttribute('autocomplete', 'off')
    expect(await violationsInBothSchemes()).toEqual([])
  })

  test('that is refused says so at the field', async () => {
    show(<Fact error="Этот день уже прошёл" />)
    await expect.element(day()).toHaveAttribute('aria-invalid', 'true')
    await expect.element(day()).toHaveAccessibleDescription('Этот день уже прошёл')
    expect(await violationsInBothSchemes()).toEqual([])
  })
})

test('Enter in the day or the time sets nothing; Ctrl+Enter sets what stands there', async () => {
  show(<Fact />)
  set.length = 0
  for (const field of [day(), page.getByLabelText('Часы'), page.getByLabelText('Минуты')]) {
    await expect.element(field).toBeVisible()
    ;(field.element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}{Enter}')
  }
  expect(set).toEqual([])
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(set).toEqual(['2026-11-20T09:00'])
})

test('a fact without its day cannot be set, by no key', async () => {
  show(<Fact initial={null} />)
  set.length = 0
  await type('31.02.2026')
  await expect.element(kept()).toHaveTextContent('null 09:00')
  await expect.element(page.getByRole('button', { name: 'Записать' })).toBeDisabled()
  ;(day().element() as HTMLElement).focus()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(set).toEqual([])
})
