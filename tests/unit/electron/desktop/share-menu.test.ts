import { expect, test } from 'vitest'
import { makeShareMenu } from '../../../../electron/desktop/share-menu.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'

const windows = [
  { id: 'window:7:0', name: 'Справка & расчёт' },
  { id: 'window:9:0', name: 'Калькулятор' },
]

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  const window = new electron.BaseWindow()
  const shown: { menu: Electron.Menu; options: Electron.PopupOptions | undefined }[] = []
  const Menu = {
    buildFromTemplate(template: Electron.MenuItemConstructorOptions[]) {
      const menu = electron.Menu.buildFromTemplate(template)
      Object.assign(menu, {
        popup: (options?: Electron.PopupOptions) => shown.push({ menu, options }),
        template,
      })
      return menu
    },
  } as unknown as typeof Electron.Menu
  return { ask: makeShareMenu({ Menu, window: () => window }), shown, window }
}

const itemsOf = ({ menu }: { menu: Electron.Menu }) =>
  (menu as unknown as { template: Electron.MenuItemConstructorOptions[] }).template

test('a window by its name; the ampersand of a title marks no letter', async () => {
  const { ask, shown, window } = bench()
  const asked = ask(windows)
  const [menu] = shown
  if (!menu) throw new Error('no menu')
  expect(menu.options?.window).toBe(window)
  const items = itemsOf(menu)
  expect(items.map(({ label }) => label)).toEqual([
    'Показать гражданину окно:',
    'Справка && расчёт',
    'Калькулятор',
    undefined,
    'Ничего не показывать',
  ])
  // The menu closes before the press of its item is told.
  menu.options?.callback?.()
  ;(items[2] as { click(): void }).click()
  expect(await asked).toEqual(windows[1])
})

test('Esc, «Ничего не показывать» and an empty desktop show nothing', async () => {
  for (const leave of ['escape', 'nothing'] as const) {
    const { ask, shown } = bench()
    const asked = ask([])
    const [menu] = shown
    if (!menu) throw new Error('no menu')
    expect(itemsOf(menu)[0]?.label).toBe('Нет окон, которые можно показать')
    if (leave === 'escape') menu.options?.callback?.()
    else (itemsOf(menu).at(-1) as { click(): void }).click()
    expect(await asked).toBeNull()
  }
})
