import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { TodayPage } from '../../e2e/pages/today-page.ts'
import { closeAsHeld, talkUntilConsultation } from '../../fixtures/reception-by-hand.ts'
import type { ElectronProgram } from '../electron-program.ts'
import { openRoom } from '../open-room.ts'
import { withElectron } from '../with-electron.ts'

/**
 * A specialist's day in one run of the program, `npm run bench:desktop-day`: one reception after the other, each recorded and
 * closed.
 * What the program holds after each of them is printed; what grows with every reception would end a working day.
 */
const electron = withElectron()
/** As many as the demonstration's day has with consent and link. */
const receptionsWanted = 5

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

/** The next one that waits, as the list names it. */
async function nextCitizen({ desk }: ElectronProgram): Promise<string> {
  const waiting = new TodayPage(desk).list.getByRole('option').filter({ hasText: 'назначен' })
  const [first = ''] = await waiting.filter({ hasNotText: 'нет ссылки' }).allInnerTexts()
  const name = /[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?([А-ЯЁ]\.)?/.exec(first)?.[0]
  if (!name) throw new Error('nobody waits any more')
  return name.trim()
}

test(`${receptionsWanted} receptions in one run hold no more at the end than at the beginning`, async () => {
  const program = await electron.start(await electron.profile())
  const today = new TodayPage(program.desk)
  await today.list.waitFor()
  const pid = program.app.process().pid ?? 0
  const measured: Held[] = []
  for (let number = 1; number <= receptionsWanted; number += 1) {
    await today.go()
    await today.list.waitFor()
    const { session } = await openRoom(program, await nextCitizen(program))
    await talkUntilConsultation({ session })
    await program.desk.getByText(/проверено на диске/).waitFor()
    await closeAsHeld({ session })
    const now = await held(pid)
    measured.push(now)
    console.info(`reception ${number}: ${now.residentMegabytes} MB, ${now.processes} processes, ${now.files} files`)
  }
  const [early, late] = [measured[1], measured.at(-1)]
  if (!early || !late) throw new Error('nothing measured')
  expect(late.processes).toBeLessThanOrEqual(early.processes + 1)
  expect(late.files - early.files).toBeLessThan(40)
  expect(late.residentMegabytes - early.residentMegabytes).toBeLessThan(120)
}, 1_800_000)
