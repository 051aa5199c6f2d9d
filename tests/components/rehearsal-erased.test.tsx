import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { RehearsalPlayer } from '../../renderer/features/equipment/rehearsal-player.tsx'
import { done } from '../../shared/contract/reply.ts'
import { press } from './fixtures/by-hand.ts'
import { show } from './fixtures/show.tsx'

test('the rehearsal is gone once it is erased, and no sooner', async () => {
  let erased = 0
  const player = <RehearsalPlayer address="about:blank" onErased={() => (erased += 1)} />
  const fake = show(player, { equipment: { eraseRehearsal: () => done(null) } })
  const release = fake.hold('equipment.eraseRehearsal')
  await press('Прослушано, стереть')
  await fake.arrived()
  expect(erased).toBe(0)
  release()
  await expect.poll(() => erased).toBe(1)
})

test('what could not be erased is not called erased', async () => {
  let erased = 0
  const fake = show(<RehearsalPlayer address="about:blank" onErased={() => (erased += 1)} />)
  fake.refuse('equipment.eraseRehearsal', 'Диск не отвечает.')
  await press('Прослушано, стереть')
  await expect.element(page.getByRole('alert')).toHaveTextContent('Не стёрто. Диск не отвечает.')
  expect(erased).toBe(0)
})
