import { expect, test, vi } from 'vitest'
import { makeActivitySigns } from '../../../../electron/desktop/activity-signs.ts'
import { type Activity, idleActivity } from '../../../../electron/workplace/activity.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'

const talking: Activity = { receptionOpen: true, recording: true, alarm: null, person: null }
const alarmed: Activity = { ...talking, alarm: 'recorderLost' }

function bench({ focused = false } = {}) {
  const { electron, fake } = makeFakeElectron()
  const showDesk = vi.fn()
  const flashDesk = vi.fn()
  const showInTray = vi.fn()
  const { powerSaveBlocker, Notification } = electron
  const signs = makeActivitySigns({
    ...{ powerSaveBlocker, Notification, showDesk, flashDesk, showInTray },
    isDeskFocused: () => focused,
  })
  return { signs, fake, showDesk, flashDesk, showInTray }
}

test('the computer stays awake with its display while a citizen is received or recorded, and no longer', () => {
  const { signs, fake } = bench()
  const awake = () => [...fake.powerSaveBlocker.running.values()]
  signs.show({ ...idleActivity, receptionOpen: true })
  signs.show(talking)
  expect(awake()).toEqual(['prevent-display-sleep'])
  signs.show({ ...idleActivity, recording: true })
  expect(awake()).toHaveLength(1)
  signs.show(idleActivity)
  expect(awake()).toEqual([])
  signs.show(talking)
  expect(awake()).toHaveLength(1)
})

test('an alarm calls once, silently, without a name, and leads to the desk', () => {
  const { signs, fake, showDesk, flashDesk } = bench()
  signs.show(alarmed)
  signs.show({ ...alarmed, recording: false })
  expect(fake.notifications).toHaveLength(1)
  const [notification] = fake.notifications
  expect(notification?.options).toEqual({
    title: 'Видеоприём',
    body: 'Запись требует внимания. Откройте окно программы.',
    silent: true,
  })
  expect(flashDesk).toHaveBeenLastCalledWith(true)
  notification?.emit('click')
  expect(showDesk).toHaveBeenCalledOnce()
  signs.show(talking)
  expect(flashDesk).toHaveBeenLastCalledWith(false)
  signs.show(alarmed)
  expect(fake.notifications).toHaveLength(2)
})

test('who looks at the desk sees the alarm there', () => {
  const { signs, fake, showInTray } = bench({ focused: true })
  signs.show(alarmed)
  expect(fake.notifications).toEqual([])
  expect(showInTray).toHaveBeenLastCalledWith(alarmed)
})
