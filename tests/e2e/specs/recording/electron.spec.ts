import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demonstrationPassword } from '../../../../electron/demonstration/seed.ts'
import { type ElectronProgram, electronBinary, makeProfile, startElectron } from '../../../fixtures/electron-program.ts'
import { closeAsHeld, talkUntilConsultation } from '../../../fixtures/reception-by-hand.ts'
import { until } from '../../../fixtures/until.ts'
import { RecordingsPage } from '../../pages/recordings-page.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { SignInPage } from '../../pages/sign-in-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/**
 * The desktop in Electron itself, by the page objects of the browser suite. It needs a binary: where none can be had the
 * suite is skipped, and nothing is claimed by it.
 */
const binary = electronBinary()
const noBinary = 'no Electron here: ELECTRON_OVERRIDE_DIST_PATH names no folder with its binary'
const who = 'Попов Н. Е.'
const specialist = 'Иванова А. П.'

describe('Electron', () => {
  let profile: Awaited<ReturnType<typeof makeProfile>>
  let program: ElectronProgram
  beforeAll(async () => {
    if (binary === null) return
    profile = await makeProfile()
    program = await startElectron(binary, profile.directory)
  })
  beforeEach(context => {
    if (binary === null) context.skip(noBinary)
  })
  afterAll(async () => {
    await program?.app.close()
    await profile?.remove()
  })

  test('it starts, somebody signs in, and the page has the bridge and nothing of Node', async () => {
    await new SignInPage(program.desk).signIn(specialist, demonstrationPassword)
    await new TodayPage(program.desk).line(who).waitFor()
    const reach = await program.desk.evaluate(() => ({
      bridge: Object.keys((window as { videopriemDesktop?: object }).videopriemDesktop ?? {}).sort(),
      node: ['require', 'process', 'module'].filter(name => name in globalThis),
    }))
    expect(reach).toEqual({ bridge: ['connect', 'onSessionKey', 'onWorkstationGone', 'room'], node: [] })
  })

  test('one reception: the room inside, the recorder armed by itself, a killed workstation without a gap', async () => {
    const { desk } = program
    await new TodayPage(desk).open(who)
    const session = new SessionPage(desk)
    await desk.getByRole('button', { name: /Открыть комнату/ }).click()
    const room = await program.room()
    await room.getByRole('button', { name: 'Войти со звуком' }).click()
    await session.citizenConnected.and(desk.locator(':enabled')).waitFor()
    await talkUntilConsultation({ session })

    const killed = await program.workstationPid()
    process.kill(killed, 'SIGKILL')
    await until('another workstation', program.workstationPid, pid => pid !== killed)
    await session.connectionBand.waitFor({ state: 'hidden' })
    await desk.getByText(/проверено на диске/).waitFor()
    await closeAsHeld({ session })
    const recordings = new RecordingsPage(desk)
    await recordings.go()
    await recordings.open(who)
    await recordings.panel.getByText('Запись полная').waitFor()
    await recordings.play()
  })

  test('the whole program is killed in mid-talk and opens on the same citizen', async () => {
    const { desk, app } = program
    const today = new TodayPage(desk)
    await today.go()
    await today.list.getByRole('option').last().click()
    await today.selected.getByRole('link', { name: /Открыть приём/ }).click()
    const next = await desk.getByRole('heading', { level: 1 }).innerText()
    const session = new SessionPage(desk)
    await desk.getByRole('button', { name: /Открыть комнату/ }).click()
    await (await program.room()).getByRole('button', { name: 'Войти со звуком' }).click()
    await session.citizenConnected.and(desk.locator(':enabled')).waitFor()
    await session.citizenConnected.click()
    await session.noticeGiven.waitFor()
    app.process().kill('SIGKILL')
    program = await startElectron(binary ?? '', profile.directory)
    await program.desk.getByRole('heading', { name: next }).waitFor()
  })
})

test('a folder without a binary counts as none', () => {
  expect(electronBinary({})).toBeNull()
  expect(electronBinary({ ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).toBeNull()
})
