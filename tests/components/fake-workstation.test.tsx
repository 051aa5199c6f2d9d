import { Button } from '@mantine/core'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useWorkstation } from '../../renderer/app/workstation-provider.tsx'
import { done } from '../../shared/contract/reply.ts'
import { violationsInBothSchemes } from './fixtures/accessible.ts'
import type { Answers } from './fixtures/answers.ts'
import { press } from './fixtures/by-hand.ts'
import { makeFakeWorkstation } from './fixtures/fake-workstation.ts'
import { show } from './fixtures/show.tsx'
import { signedIn } from './fixtures/signed-in.ts'

/** What the other tests of this folder stand on: each of their nets catches what it is there for. */
test('an answer the contract does not know is no program', () => {
  // @ts-expect-error: the contract answers who is signed in
  const wrong: Answers = { accounts: { session: () => done(5) } }
  // @ts-expect-error: the contract has no such call
  const invented: Answers = { accounts: { guess: () => done(null) } }
  expect([wrong, invented]).toHaveLength(2)
})

test('a call without an answer and an answer the contract refuses are failures with their names', async () => {
  const status = { version: 1 } as unknown as ReturnType<NonNullable<NonNullable<Answers['workplace']>['status']>>
  const fake = makeFakeWorkstation({ workplace: { status: () => status } })
  await expect(fake.workstation.calls.accounts.session()).rejects.toThrow()
  await expect(fake.workstation.calls.workplace.status()).rejects.toThrow()
  expect(fake.failures().map(failure => failure.split(':')[0])).toEqual(['accounts.session', 'workplace.status'])
  fake.close()
})

test('input the contract refuses never reaches an answer', async () => {
  const fake = makeFakeWorkstation(signedIn())
  await expect(fake.workstation.calls.day.sheet({ date: 'вчера' })).rejects.toThrow()
  expect(fake.inputsOf('day.sheet')).toEqual([])
  expect(fake.failures()).toHaveLength(1)
  fake.close()
})

/** An ordinary button: whatever presses it calls. */
function Careless() {
  const { calls } = useWorkstation()
  return <Button onClick={() => void calls.accounts.touch()}>Записать</Button>
}

test('a stray Enter on a button that lets it through is seen, every one of them', async () => {
  const fake = show(<Careless />)
  const button = page.getByRole('button', { name: 'Записать' })
  await expect.element(button).toBeVisible()
  ;(button.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}{Enter}')
  await fake.arrived()
  expect(fake.inputsOf('accounts.touch')).toHaveLength(2)
})

test('a held call is not answered before it is let go', async () => {
  const fake = show(<Careless />)
  const release = fake.hold('accounts.touch')
  let answered = false
  const answer = fake.workstation.calls.accounts.touch().then(() => {
    answered = true
  })
  await fake.arrived()
  expect(answered).toBe(false)
  release()
  await answer
})

test('what cannot be read, has no name or is kept by the browser is found, and in which scheme', async () => {
  show(
    <>
      <style>{'@media (prefers-color-scheme: dark) { #pale { color: #333; background: #222 } }'}</style>
      <p id="pale">Бледный текст</p>
      <button type="button" />
      <input aria-label="Фамилия" />
    </>,
  )
  await expect.element(page.getByText('Бледный текст')).toBeVisible()
  const found = (await violationsInBothSchemes()).map(violation => violation.split(/: </)[0])
  expect(found).toEqual([
    'dark: button-name',
    'dark: color-contrast',
    'dark: kept by the browser',
    'light: button-name',
    'light: kept by the browser',
  ])
})

test('nothing is found where nothing is wrong', async () => {
  show(<Careless />)
  await press('Записать')
  expect(await violationsInBothSchemes()).toEqual([])
})
