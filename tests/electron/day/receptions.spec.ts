import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { TodayPage } from '../../e2e/pages/today-page.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { writeReceptions } from '../../fixtures/planted-reception.ts'
import { closeAsHeld, talkUntilConsultation } from '../../fixtures/reception-by-hand.ts'
import { openRoom } from '../open-room.ts'
import { withElectron } from '../with-electron.ts'

/**
 * A specialist's day in one run of the program, `npm run bench:desktop-day`: one reception after the other, each recorded and
 * closed.
 * What the program holds after each of them is printed; what grows with every reception would end a working day.
 */
const electron = withElectron()
/**
 * Written beside the program: the demonstration's day has five with consent and link, and what is registered on the screen
 * gets the first free time, which is another day's. Ten minutes of п. 3.12 are over for everybody.
 */
const citizens = 'Абрамов Белов Власов Громов Давыдов Ершов Жданов Зуев Исаев Козлов Лапин Маслов'.split(' ')

interface Held {
  readonly residentMegabytes: number
  readonly processes: number
  readonly files: number
}

/** Over the program and whatever it started. */
async function held(rootPid: number): Promise<Held> {
  const parents = new Map<number, number>()
  for (const name of (await readdir('/proc')).filter(entry => /^\d+$/.test(entry))) {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (state !== undefined && state !== 'Z') parents.set(Number(name), Number(parent))
  }
  const isOurs = (pid: number): boolean => pid === rootPid || (parents.has(pid) && isOurs(parents.get(pid) ?? 0))
  const ours = [...parents.keys()].filter(isOurs)
  let [residentKilobytes, files] = [0, 0]
  for (const pid of ours) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    residentKilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
    files += (await readdir(`/proc/${pid}/fd`).catch(() => [])).length
  }
  return { residentMegabytes: Math.round(residentKilobytes / 1024), processes: ours.length, files }
}

test(`${citizens.length} receptions in one run hold no more at the end than at the beginning`, async () => {
  const profile = await electron.profile()
  const program = await electron.start(profile)
  const today = new TodayPage(program.desk)
  await today.list.waitFor()
  await writeReceptions(
    profile.directory,
    citizens.map(familyName => newApplication({ familyName, inMinutes: -12, link: newMeetingLink() })),
  )
  await program.desk.reload()
  const pid = program.app.process().pid ?? 0
  const measured: Held[] = []
  for (const familyName of citizens) {
    await today.go()
    await today.list.waitFor()
    const { session } = await openRoom(program, `${familyName} П. П.`)
    await talkUntilConsultation({ session })
    await program.desk.getByText(/проверено на диске/).waitFor()
    await closeAsHeld({ session })
    const now = await held(pid)
    measured.push(now)
    console.info(`${familyName}: ${now.residentMegabytes} MB, ${now.processes} processes, ${now.files} files`)
  }
  const [early, late] = [measured[1], measured.at(-1)]
  if (!early || !late) throw new Error('nothing measured')
  expect(late.processes).toBeLessThanOrEqual(early.processes + 1)
  expect(late.files - early.files).toBeLessThan(40)
  expect(late.residentMegabytes - early.residentMegabytes).toBeLessThan(120)
}, 1_800_000)
