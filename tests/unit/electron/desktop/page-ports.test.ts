import { expect, test, vi } from 'vitest'
import { makePagePorts } from '../../../../electron/desktop/page-ports.ts'
import type { HostPort } from '../../../../electron/host/host-port.ts'
import { channels } from '../../../../shared/desktop/channels.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  const taken: { door: string; port: HostPort }[] = []
  let isThere = true
  const ports = makePagePorts({
    MessageChannelMain: electron.MessageChannelMain,
    passPage(door, port) {
      if (isThere) taken.push({ door, port })
      return isThere
    },
  })
  const newPage = () => new electron.WebContentsView().webContents
  const told = (page: Electron.WebContents) => fake.world.contents.find(known => known.real === page)?.sent ?? []
  return {
    ...{ ports, taken, newPage, told },
    setThere(there: boolean) {
      isThere = there
    },
  }
}

test('both ends of one channel: one to the page with its door, one to the workstation', async () => {
  const { ports, taken, newPage, told } = bench()
  const page = newPage()
  ports.want(page, 'contract')
  const [sent] = told(page)
  expect(sent).toMatchObject({ channel: channels.port, values: ['contract'] })
  const heard = vi.fn()
  sent?.ports[0]?.on('message', ({ data }) => heard(data))
  sent?.ports[0]?.start()
  taken[0]?.port.postMessage('from the workstation')
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('from the workstation'))
})

test('who was too early is served when the workstation is ready, once; who left in between is not', () => {
  const { ports, taken, newPage, told, setThere } = bench()
  setThere(false)
  const [early, left] = [newPage(), newPage()]
  ports.want(early, 'contract')
  ports.want(left, 'recorder')
  left.close()
  expect(told(early)).toEqual([])
  setThere(true)
  ports.workstationReady()
  ports.workstationReady()
  expect(taken.map(({ door }) => door)).toEqual(['contract'])
  expect(told(early)).toHaveLength(1)
})

test('a page may wait for more than one door', () => {
  const { ports, taken, newPage, setThere } = bench()
  setThere(false)
  const page = newPage()
  for (const door of ['contract', 'rehearsal', 'contract'] as const) ports.want(page, door)
  setThere(true)
  ports.workstationReady()
  expect(taken.map(({ door }) => door)).toEqual(['contract', 'rehearsal'])
})

test('the end of the workstation is told to every page that has a port', () => {
  const { ports, newPage, told } = bench()
  const [served, stranger] = [newPage(), newPage()]
  ports.want(served, 'recorder')
  ports.workstationGone()
  expect(told(served).map(({ channel }) => channel)).toEqual([channels.port, channels.gone])
  expect(told(stranger)).toEqual([])
})
