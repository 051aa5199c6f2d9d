import { expect, test, vi } from 'vitest'
import { makeTray, trayWords } from '../../../../electron/desktop/tray.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'

test.each([
  [{ receptionOpen: false, recording: false, alarm: null, person: null }, 'Видеоприём'],
  [{ receptionOpen: true, recording: false, alarm: null, person: null }, 'Видеоприём: идёт приём'],
  [{ receptionOpen: true, recording: true, alarm: null, person: null }, 'Видеоприём: идёт запись'],
  [
    { receptionOpen: true, recording: true, alarm: 'diskFull' as const, person: null },
    'Видеоприём: запись требует внимания',
  ],
])('%j → %s', (activity, words) => expect(trayWords(activity)).toBe(words))

test('its menu opens the desk and leaves', () => {
  const { electron, fake } = makeFakeElectron()
  const showDesk = vi.fn()
  const leave = vi.fn()
  const tray = makeTray({ Tray: electron.Tray, Menu: electron.Menu, iconPath: '/icon.png', showDesk, leave })
  tray.show({ receptionOpen: true, recording: true, alarm: null, person: null })
  const [shown] = fake.trays
  expect(shown?.toolTip).toBe('Видеоприём: идёт запись')
  shown?.menu?.press('Выйти')
  shown?.emit('click')
  expect([showDesk, leave].map(called => called.mock.calls.length)).toEqual([1, 1])
})
