import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { ErrorBoundary } from '../../renderer/app/error-boundary.tsx'
import { fetchPartsAhead, lazyPart } from '../../renderer/ui/lazy-part.tsx'
import { press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

const Part = () => <p>Часть экрана</p>

test('a part whose code could not be fetched is told of, and fetched anew when it is asked for again', async () => {
  let fetches = 0
  const Lazy = lazyPart(async () => {
    fetches += 1
    if (fetches === 1) throw new TypeError('Failed to fetch dynamically imported module')
    return Part
  })
  show(
    <ErrorBoundary>
      <Lazy />
    </ErrorBoundary>,
  )
  await expect.element(page.getByText('Экран не удалось показать')).toBeVisible()
  await press('Показать заново')
  await expect.element(page.getByText('Часть экрана')).toBeVisible()
  expect(fetches).toBe(2)
})

test('parts are fetched ahead, one that fails keeps nobody from the next, and what was fetched is shown at once', {
  timeout: 90_000,
}, async () => {
  const fetched: string[] = []
  const make = (name: string, fails: boolean) =>
    lazyPart(async () => {
      fetched.push(name)
      if (fails) throw new TypeError('Failed to fetch dynamically imported module')
      return Part
    })
  make('first', true)
  const Second = make('second', false)
  const stop = fetchPartsAhead()
  await expect.poll(() => fetched.slice(-2), { timeout: 60_000 }).toEqual(['first', 'second'])
  stop()
  show(<Second />)
  await expect.element(page.getByText('Часть экрана')).toBeVisible()
})
