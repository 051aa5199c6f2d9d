import { expect, test } from 'vitest'
import { demonstrationPassword } from '../../electron/demonstration/seed.ts'
import { RecordingsPage } from '../e2e/pages/recordings-page.ts'
import { SignInPage } from '../e2e/pages/sign-in-page.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { closeAsHeld, talkUntilConsultation } from '../fixtures/reception-by-hand.ts'
import { until } from '../fixtures/until.ts'
import type { ElectronProgram } from './electron-program.ts'
import { citizen, openRoom } from './open-room.ts'
import { withElectron } from './with-electron.ts'

/** The desktop in Electron itself, by the page objects of the browser suite. */
const electron = withElectron()
const specialist = 'Иванова А. П.'

/** The demonstration begins with somebody signed in. */
const today = ({ desk }: ElectronProgram) => new TodayPage(desk).line(citizen).waitFor()

test('somebody signs in, and the page has the bridge and nothing of Node', async () => {
  const program = await electron.start(await electron.profile())
  await today(program)
  const signIn = new SignInPage(program.desk)
  await signIn.leave()
  await signIn.signIn(specialist, demonstrationPassword)
  await today(program)
  const reach = await program.desk.evaluate(() => ({
    bridge: Object.keys((window as { videopriemDesktop?: object }).videopriemDesktop ?? {}).sort(),
    node: ['require', 'process', 'module'].filter(name => name in globalThis),
  }))
  expect(reach).toEqual({ bridge: ['connect', 'onSessionKey', 'onWorkstationGone', 'room', 'toFront'], node: [] })
})

test('one reception: the room inside, the recorder armed by itself, a killed workstation without a gap', async () => {
  const program = await electron.start(await electron.profile())
  const { desk } = program
  await today(program)
  const { session } = await openRoom(program)
  await talkUntilConsultation({ session })

  const killed = await program.workstationPid()
  process.kill(killed, 'SIGKILL')
  await until('another workstation', program.workstationPid, pid => pid !== killed)
  await session.connectionBand.waitFor({ state: 'hidden' })
  await desk.getByText(/проверено на диске/).waitFor()
  await closeAsHeld({ session })
  const recordings = new RecordingsPage(desk)
  await recordings.go()
  await recordings.open(citizen)
  await recordings.panel.getByText('Запись полная').waitFor()
  await recordings.play()
})

test('the whole program is killed in mid-talk and opens on the same citizen', async () => {
  const profile = await electron.profile()
  const program = await electron.start(profile)
  await today(program)
  const { session } = await openRoom(program)
  await session.citizenConnected.click()
  await session.noticeGiven.waitFor()
  program.app.process().kill('SIGKILL')
  await program.whenEnded()
  const { desk } = await electron.start(profile)
  await desk.getByText(`Приём открыт: ${citizen}`).waitFor()
  await desk.getByRole('link', { name: /Вернуться к приёму/ }).waitFor()
})
