import { expect, test } from 'vitest'
import { makePagePrinter, printPartition } from '../../../../electron/desktop/page-printer.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  return { fake, electron, print: makePagePrinter(electron) }
}

test('a hidden window without scripts, in a session in memory that answers one address; nothing is left', async () => {
  const { fake, print } = bench()
  const printing = print('<p>Решение</p>')
  expect((await printing).toString()).toBe('%PDF-1.7')
  const [contents] = fake.world.contents
  if (!contents) throw new Error('no page')
  expect(contents.preferences).toMatchObject({ javascript: false, sandbox: true, nodeIntegration: false })
  expect(contents.preferences).not.toHaveProperty('preload')
  expect(contents.session.isPersistent()).toBe(false)
  expect(contents.calls).toContainEqual([
    'printToPDF',
    { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true },
  ])
  expect(contents.isGone).toBe(true)
  expect(fake.world.sessionOf(printPartition).protocol.handlers.size).toBe(0)
})

test('while it prints the address answers the page, anything else nothing', async () => {
  const { electron, fake, print } = bench()
  const { protocol } = fake.world.sessionOf(printPartition)
  const seen: (string | number)[] = []
  electron.app.on('web-contents-created', (_event, contents) => {
    Object.assign(contents, {
      async loadURL(url: string) {
        seen.push(await (await protocol.fetch(new Request(url))).text())
        seen.push((await protocol.fetch(new Request(`${url}/other`))).status)
      },
    })
  })
  await print('<p>Решение</p>')
  expect(seen).toEqual(['<p>Решение</p>', 404])
})

test('one after the other; a failed one closes its window and does not stop the next', async () => {
  const { electron, fake, print } = bench()
  let first = true
  electron.app.on('web-contents-created', (_event, contents) => {
    if (first) Object.assign(contents, { printed: new Error('no printer') })
    first = false
  })
  const [failed, printed] = await Promise.allSettled([print('1'), print('2')])
  expect(failed.status).toBe('rejected')
  expect(printed.status).toBe('fulfilled')
  expect(fake.world.contents.every(({ isGone }) => isGone)).toBe(true)
})
