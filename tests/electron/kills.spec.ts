import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { SessionPage } from '../e2e/pages/session-page.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { talkUntilConsultation } from '../fixtures/reception-by-hand.ts'
import { sceneTimes } from '../fixtures/scene-times.ts'
import type { SealedPapers } from '../fixtures/sealed-recording.ts'
import { undisturbed } from '../fixtures/undisturbed.ts'
import { attachAnew } from './desk-anew.ts'
import type { ElectronProgram, Profile } from './electron-program.ts'
import { citizen, openRoom } from './open-room.ts'
import { sealedFile } from './sealed-files.ts'
import { killOne, killProgram, pidOf, type Victim } from './victims.ts'
import { withElectron } from './with-electron.ts'

/**
 * `kill -9` of each process in each phase of a reception: what the person is told, what comes back by itself, how much of the
 * recording is lost. Kills of one phase share a program where they leave the phase as it was. The desk comes last in
 * each: the driver has to look at it anew.
 */
const electron = withElectron()
/** Media that may be missing where the recorder itself died (tests/faults/kill.test.ts has the same). */
const mayLoseMs = 1_000
/** Between two pictures where nothing was lost, on a machine that is busy. */
const usualStepMs = 900

/** resources/recording-thresholds.json, roomLostRemarkMs. */
const remarkedFromMs = 5_000
const isRoomLost = ({ code }: { code: string }): boolean => code === 'roomLost'

const roomCrashed = 'Комната закрылась из-за ошибки'
/** What the next run says of the room the last one held. */
const roomGone = 'Комната закрылась'
const halfWritten = 'Гражданину разъяснён порядок, обратится ещё раз с'
const saidAgain = 'Сообщите: видеозапись продолжается'

async function begin(): Promise<{ profile: Profile; program: ElectronProgram }> {
  const profile = await electron.profile()
  const program = await electron.start(profile)
  await new TodayPage(program.desk).list.waitFor()
  return { profile, program }
}

/** One line for docs/figures.md. */
const tell = (phase: string, victim: string, facts: Readonly<Record<string, unknown>>) =>
  console.info(`${phase} | ${victim} | ${JSON.stringify(facts)}`)

const alarmsOn = async (desk: Page): Promise<string[]> => {
  const texts = await desk.getByRole('alert').allInnerTexts()
  return texts.map(text => text.split('\n')[0] ?? '').filter(Boolean)
}

/** Kills what leaves nothing to be told; answers the moments of the deaths. */
async function killSilently(program: ElectronProgram, phase: string, victims: readonly Victim[]) {
  const deaths: { victim: Victim; killedAtMs: number }[] = []
  for (const victim of victims) {
    const { killedAtMs, backAfterMs } = await killOne(program, victim)
    deaths.push({ victim, killedAtMs })
    await new SessionPage(program.desk).connectionBand.waitFor({ state: 'hidden' })
    const alarms = await alarmsOn(program.desk)
    tell(phase, victim, { backAfterMs, alarms })
    expect(alarms).toEqual([])
  }
  return deaths
}

/** What is on the disk has grown by so much from now on, as the desk says it. */
async function goOnRecording(desk: Page, forMs: number): Promise<void> {
  const spoken = desk.getByText(/сохранено по \d\d:\d\d:\d\d/)
  const savedSeconds = async (): Promise<number> => secondsOf(await spoken.innerText())
  const before = await savedSeconds()
  // A second or two old when it is read.
  const wantedSeconds = forMs / 1000 + savedLagSeconds
  await expect
    .poll(async () => (await savedSeconds()) - before, { timeout: 60_000 })
    .toSatisfy((grown: number) => (grown + secondsOfDay) % secondsOfDay >= wantedSeconds)
}
const savedLagSeconds = 2
const secondsOfDay = 86_400
function secondsOf(text: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = (/(\d\d):(\d\d):(\d\d)/.exec(text) ?? []).map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

/** The longest stretch without a picture that touches the five seconds after a death. */
function holeAt(times: readonly number[], killedAtMs: number): number {
  let longestMs = 0
  for (const [index, toMs] of times.entries()) {
    const fromMs = times[index - 1] ?? toMs
    if (toMs > killedAtMs - 500 && fromMs < killedAtMs + 5_000) longestMs = Math.max(longestMs, toMs - fromMs)
  }
  return longestMs
}

/** Media missing at the end of the first part, by its length against the clock. */
function lostBefore({ manifest }: SealedPapers, killedAtMs: number): number {
  const [first] = manifest.parts
  if (!first) throw new Error('the recording has no part')
  return killedAtMs - (Date.parse(manifest.startedAt) + first.offsetMs + first.durationMs)
}

async function connect(session: SessionPage): Promise<void> {
  await session.citizenConnected.click()
  await session.noticeGiven.click()
  await session.page.getByText(/проверено на диске/).waitFor()
}

/** After the program died: the same citizen, one press back, the room anew, said aloud again where it was recorded. */
async function returnTo(program: ElectronProgram): Promise<SessionPage> {
  const { desk } = program
  await desk.getByText(`Приём открыт: ${citizen}`).waitFor()
  await desk.getByRole('link', { name: /Вернуться к приёму/ }).click()
  await desk.getByText(roomGone, { exact: true }).waitFor()
  await desk.getByRole('button', { name: 'Открыть ещё раз' }).first().click()
  const room = await program.room()
  await room.getByRole('button', { name: 'Войти со звуком' }).click()
  return new SessionPage(desk)
}

test('nothing open: the same person is on the same screen again', async () => {
  const { profile, program } = await begin()
  expect(await Promise.all([pidOf(program, 'recorder'), pidOf(program, 'room')])).toEqual([0, 0])
  await killSilently(program, 'idle', ['workstation', 'gpu'])
  await new TodayPage(program.desk).line(citizen).waitFor()
  const { backAfterMs } = await killOne(program, 'desk')
  const anew = await attachAnew(profile.directory)
  await new TodayPage(anew.desk).line(citizen).waitFor()
  tell('idle', 'desk', { backAfterMs, alarms: await alarmsOn(anew.desk) })
  await anew.close()
  await killProgram(program)
  const next = await electron.start(profile)
  await new TodayPage(next.desk).line(citizen).waitFor()
  tell('idle', 'program', { alarms: await alarmsOn(next.desk) })
})

test('room open, recorder armed: armed again by itself, the room is entered again, and the reception can begin', async () => {
  const { profile, program } = await begin()
  const { session } = await openRoom(program)
  const ready = session.citizenConnected.and(program.desk.locator(':enabled'))
  for (const victim of ['workstation', 'gpu', 'recorder'] as const) {
    await killSilently(program, 'armed', [victim])
    await ready.waitFor()
  }
  const room = await killOne(program, 'room')
  await program.desk.getByText(roomCrashed).waitFor()
  expect(await session.citizenConnected.isDisabled()).toBe(true)
  tell('armed', 'room', { backAfterMs: room.backAfterMs, alarms: await alarmsOn(program.desk) })
  await program.desk.getByRole('button', { name: 'Вход во встречу выполнен' }).click()
  await ready.waitFor()

  const desk = await killOne(program, 'desk')
  const anew = await attachAnew(profile.directory)
  const again = new SessionPage(anew.desk)
  await again.citizenConnected.and(anew.desk.locator(':enabled')).waitFor()
  tell('armed', 'desk', { backAfterMs: desk.backAfterMs, alarms: await alarmsOn(anew.desk) })
  await anew.close()

  await killProgram(program)
  const next = await electron.start(profile)
  const after = await returnTo(next)
  await after.citizenConnected.and(next.desk.locator(':enabled')).waitFor()
  tell('armed', 'program', { alarms: await alarmsOn(next.desk) })
  await connect(after)
  await after.endTalk()
  const { slip, manifest } = await sealedFile(profile)
  expect(manifest.parts).toHaveLength(1)
  expect(slip.gaps).toEqual([])
})

test('talk, whoever does not record dies: the same part goes on, nothing is missing', () =>
  undisturbed(async () => {
    const { profile, program } = await begin()
    try {
      const { session } = await openRoom(program)
      await connect(session)
      const deaths = await killSilently(program, 'talk', ['workstation', 'gpu'])
      await goOnRecording(program.desk, 5_000)
      const desk = await killOne(program, 'desk')
      deaths.push({ victim: 'desk', killedAtMs: desk.killedAtMs })
      const anew = await attachAnew(profile.directory)
      const again = new SessionPage(anew.desk)
      await again.identification.waitFor()
      tell('talk', 'desk', { backAfterMs: desk.backAfterMs, alarms: await alarmsOn(anew.desk) })
      await goOnRecording(anew.desk, 5_000)
      await again.endTalk()
      const { slip, manifest, file } = await sealedFile(profile)
      await anew.close()
      expect(manifest.parts).toHaveLength(1)
      expect(slip.gaps).toEqual([])
      const times = await sceneTimes(file)
      for (const { victim, killedAtMs } of deaths) {
        const holeMs = holeAt(times, killedAtMs)
        tell('talk', victim, { holeMs, verdict: slip.verdict, remarks: slip.remarks.map(({ code }) => code) })
        // A GPU process takes the picture with it for a moment: then it is said.
        if (victim !== 'gpu') expect(holeMs, victim).toBeLessThan(usualStepMs)
        else if (holeMs >= usualStepMs) expect(slip.remarks).not.toEqual([])
      }
    } finally {
      await killProgram(program)
    }
  }))

test('talk, the room dies: said on the way back to it, entered again by one press, never called whole', () =>
  undisturbed(async () => {
    const { profile, program } = await begin()
    try {
      const { session } = await openRoom(program)
      await connect(session)
      // Nobody on this screen hears of it: it is kept for who comes back.
      await new TodayPage(program.desk).go()
      const { killedAtMs, backAfterMs } = await killOne(program, 'room')
      await program.desk.getByRole('link', { name: /Вернуться к приёму/ }).click()
      await program.desk.getByText(roomCrashed).waitFor()
      const saidAfterMs = Date.now() - killedAtMs
      const alarms = await alarmsOn(program.desk)
      await goOnRecording(program.desk, remarkedFromMs)
      await program.desk.getByRole('button', { name: 'Вход во встречу выполнен' }).click()
      await program.desk.getByText(roomCrashed).waitFor({ state: 'hidden' })
      await goOnRecording(program.desk, 5_000)
      await session.endTalk()
      const sealed = await sealedFile(profile)
      const holeMs = holeAt(await sceneTimes(sealed.file), killedAtMs)
      const { verdict, remarks, markers } = sealed.slip
      tell('talk', 'room', { backAfterMs, saidAfterMs, alarms, holeMs, verdict, remarks })
      // The entrance of the room is recorded on: that is no meeting, from the moment its page died.
      expect(verdict).toBe('doubtful')
      expect(remarks.find(({ code }) => code === 'roomLost')?.value).toBeGreaterThan(remarkedFromMs)
      const lostAtMs = Date.parse(sealed.manifest.startedAt) + (markers.find(isRoomLost)?.atMs ?? Number.NaN)
      expect(Math.abs(lostAtMs - killedAtMs)).toBeLessThan(1_500)
      expect(markers.map(({ code }) => code)).toContain('roomEntered')
    } finally {
      await killProgram(program)
    }
  }))

test.for(['recorder', 'program'] as const)(
  'talk, the %s dies: at most a second is lost, the gap has its cause',
  victim =>
    undisturbed(async () => {
      const begun = await begin()
      const { profile } = begun
      let { program } = begun
      try {
        let { session } = await openRoom(program)
        await connect(session)
        await goOnRecording(program.desk, 2_000 + Math.random() * 3_000)
        const { killedAtMs } = victim === 'recorder' ? await killOne(program, victim) : await killProgram(program)
        if (victim === 'program') {
          program = await electron.start(profile)
          session = await returnTo(program)
          // What is recorded from here on is its entrance, until somebody says otherwise.
          await program.desk.getByRole('button', { name: 'Вход во встречу выполнен' }).click()
        }
        await program.desk.getByText(saidAgain).waitFor()
        expect(await program.desk.getByText(roomGone, { exact: true }).isVisible()).toBe(false)
        const saidAfterMs = Date.now() - killedAtMs
        const alarms = await alarmsOn(program.desk)
        await session.noticeRepeated.first().and(program.desk.locator(':enabled')).click()
        await goOnRecording(program.desk, 3_000)
        await session.endTalk()
        const sealed = await sealedFile(profile)
        const { slip, manifest } = sealed
        const lostMs = lostBefore(sealed, killedAtMs)
        tell('talk', victim, { saidAfterMs, alarms, lostMs, gaps: slip.gaps, verdict: slip.verdict })
        expect(manifest.parts.map(part => part.partNumber)).toEqual([1, 2])
        expect(slip.gaps.map(({ cause }) => cause)).toEqual([
          victim === 'recorder' ? 'recorderLost' : 'workstationDied',
        ])
        expect(slip.markers.map(({ code }) => code)).toContain('noticeRepeated')
        // The room dies with the program that holds it, and with nothing else.
        expect(slip.markers.some(isRoomLost)).toBe(victim === 'program')
        expect(lostMs).toBeLessThanOrEqual(mayLoseMs)
        expect(slip.verdict).not.toBe('sound')
      } finally {
        await killProgram(program)
      }
    }),
)

/** What came of a recording whose talk was over when something died. */
async function expectSealed(profile: Profile, endedAtMs: number, phase: string, victim: string, facts: object) {
  const { slip, manifest } = await sealedFile(profile)
  const trailingMs = slip.coverage?.sound.trailingMs
  tell(phase, victim, { ...facts, trailingMs, verdict: slip.verdict, remarks: slip.remarks.map(({ code }) => code) })
  expect(manifest.parts).toHaveLength(1)
  expect(slip.gaps).toEqual([])
  expect(trailingMs).toBeLessThanOrEqual(mayLoseMs)
  expect(Date.parse(manifest.stoppedAt)).toBeGreaterThan(endedAtMs - 5_000)
}

async function talkToItsEnd(program: ElectronProgram): Promise<{ endedAtMs: number }> {
  const { session } = await openRoom(program)
  await talkUntilConsultation({ session })
  await program.desk.getByText(/проверено на диске/).waitFor()
  await session.endTalk()
  const endedAtMs = Date.now()
  // Its answer is there: what dies from now on finds the recording ended and its seal begun.
  await session.resultText.waitFor()
  return { endedAtMs }
}

test('the talk is over and its recording being sealed, everything but the program dies: sealed by itself, to its last second', () =>
  undisturbed(async () => {
    const { profile, program } = await begin()
    try {
      const { endedAtMs } = await talkToItsEnd(program)
      const session = new SessionPage(program.desk)
      await session.note.fill('перезвонить')
      await session.resultText.fill(halfWritten)
      await program.desk.getByText('сохранена', { exact: true }).waitFor()
      await killSilently(program, 'closing', ['workstation', 'gpu', 'recorder', 'room'])
      const { backAfterMs } = await killOne(program, 'desk')
      const anew = await attachAnew(profile.directory)
      const returned = new SessionPage(anew.desk)
      await returned.resultText.waitFor()
      expect(await returned.resultText.inputValue()).toBe(halfWritten)
      expect(await returned.note.inputValue()).toBe('перезвонить')
      const alarms = await alarmsOn(anew.desk)
      await anew.close()
      await expectSealed(profile, endedAtMs, 'closing', 'desk', { backAfterMs, alarms })
    } finally {
      await killProgram(program)
    }
  }))

test('the talk is over and its recording being sealed, the program dies: the next one seals it, to its last second', () =>
  undisturbed(async () => {
    const begun = await begin()
    const { profile } = begun
    let { program } = begun
    try {
      const { endedAtMs } = await talkToItsEnd(program)
      await killProgram(program)
      program = await electron.start(profile)
      await program.desk
        .getByRole('link', { name: /Записать результат/ })
        .first()
        .click()
      await new SessionPage(program.desk).resultText.waitFor()
      const alarms = await alarmsOn(program.desk)
      expect(alarms).toEqual([])
      await expectSealed(profile, endedAtMs, 'closing', 'program', { alarms })
    } finally {
      await killProgram(program)
    }
  }))
