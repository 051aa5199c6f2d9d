import { expect, test } from 'vitest'
import { watchComputer } from '../../../../electron/desktop/computer-events.ts'
import { computerEvents } from '../../../../electron/workplace/computer-event.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'

test('sleep, waking, lock, unlock and shutdown are told; mains and battery are not', () => {
  const { electron, fake } = makeFakeElectron()
  const told: string[] = []
  watchComputer(electron.powerMonitor, event => told.push(event))
  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-battery', 'on-ac', 'shutdown'] as const)
    fake.powerMonitor.happen(event)
  expect(told).toEqual([...computerEvents])
})
