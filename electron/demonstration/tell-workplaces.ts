import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Account } from '../../shared/contract/accounts.ts'
import type { CheckKind } from '../../shared/contract/equipment.ts'
import type { Thresholds } from '../../shared/equipment/thresholds.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { makeCheckStore } from '../equipment/check-store.ts'
import { makePassportStore } from '../equipment/passport-store.ts'
import { type Measured, madeUpDevices, resultsOf } from './measured.ts'
import type { Act, Story } from './story.ts'
import type { WorkDays } from './work-days.ts'

interface PlannedCheck {
  /** Working days before today; 0 = today. */
  readonly daysBefore: number
  readonly time: string
  readonly kind: CheckKind
  readonly measured: Measured
}

interface PlannedWorkplace {
  /** null: the one the program stands at. */
  readonly name: string | null
  readonly room: string
  readonly program: string
  readonly checks: readonly PlannedCheck[]
}

const currentProgram = '0.1.0'
const full = (daysBefore: number, time: string, measured: Measured = {}): PlannedCheck => ({
  ...{ daysBefore, time, kind: 'full', measured },
})
const everyMorning = (from: number, to: number, measuredOf: (daysBefore: number) => Measured = () => ({})) =>
  Array.from({ length: from - to + 1 }, (_, index) => full(from - index, '08:35', measuredOf(from - index)))

/** One of each kind a technician's morning shows. */
const workplaces: readonly PlannedWorkplace[] = [
  {
    // This computer was not measured today by anybody: that is for who opens the demonstration. Thirty days of it are
    // known, and that its microphone has become noisier.
    ...{ name: null, room: '203', program: currentProgram },
    checks: everyMorning(21, 1, daysBefore => ({ noiseDb: daysBefore <= 3 ? -51 : -63 })),
  },
  { name: 'Рабочее место 1', room: '201', program: currentProgram, checks: everyMorning(5, 0) },
  {
    ...{ name: 'Рабочее место 2', room: '202', program: currentProgram },
    checks: [...everyMorning(5, 1), full(0, '08:41', { isMicrophoneDead: true })],
  },
  {
    ...{ name: 'Рабочее место 4', room: '204', program: '0.0.8' },
    checks: everyMorning(4, 0, () => ({ isFfmpegOld: true })),
  },
  {
    ...{ name: 'Рабочее место 5', room: '305', program: currentProgram },
    checks: [...everyMorning(5, 1), { daysBefore: 0, time: '08:20', kind: 'silent', measured: { isOffline: true } }],
  },
  {
    ...{ name: 'Рабочее место 6', room: '306', program: currentProgram },
    checks: everyMorning(12, 0, daysBefore => ({ roomInReceptions: 7 + daysBefore * 6 })),
  },
]

export interface WorkplacesCast {
  readonly technician: Account
  readonly thresholds: Thresholds
  readonly workDays: WorkDays
  readonly nowMs: number
}

/** Six workplaces of the body, their passports and what their checks found. */
export function actsOfWorkplaces(story: Story, cast: WorkplacesCast): readonly Act[] {
  const today = Temporal.PlainDate.from(localDate(cast.nowMs, story.timeZone))
  return workplaces.flatMap(planned => actsOf(story, planned, { ...cast, today }))
}

function actsOf(
  { write, clock, accounts, timeZone }: Story,
  { name, room, program, checks }: PlannedWorkplace,
  { technician, thresholds, workDays, today }: WorkplacesCast & { readonly today: Temporal.PlainDate },
): readonly Act[] {
  const newId = randomUUID()
  const workplaceId = () => (name === null ? accounts.place().workplaceId : newId)
  // The stores of a workplace know only where they stand.
  const shared = { read: write, write, clock, place: () => ({ ...accounts.place(), workplaceId: workplaceId() }) }
  const store = makeCheckStore(shared)
  const atMs = (daysBefore: number, time: string) =>
    workDays.before(today, daysBefore).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds

  function setUp(): void {
    if (name !== null) {
      const { bodyId } = accounts.place()
      const created_at = new Date(clock.nowMs()).toISOString()
      // No store adds a workplace: each program knows its own, and an office's database is told by a server to come.
      write.run(
        write.build
          .insertInto('workplace')
          .values({ id: newId, body_id: bodyId, name, active_account_id: null, created_at }),
      )
    }
    const inventoryNumber = `0410${room}`
    const passport = { inventoryNumber, room, owner: 'Управление (демонстрация)', nearby: 'Кузнецов П. А., каб. 210' }
    makePassportStore(shared).write(passport, technician.id)
  }

  return [
    { atMs: atMs(30, '09:00'), tell: setUp },
    ...checks.map(({ daysBefore, time, kind, measured }, index) => ({
      atMs: atMs(daysBefore, time),
      tell: () => {
        store.add({
          ...{ id: randomUUID(), kind, receptionId: null, authorId: technician.id, devices: madeUpDevices },
          startedAt: new Date(clock.nowMs() - 90_000).toISOString(),
          results: resultsOf(thresholds, measured, (index % 3) - 1),
          versions: {
            program,
            browser: 'Chromium 142',
            ffmpeg: measured.isFfmpegOld ? '3.4.2' : '7.1.1',
            system: 'Linux 6.12',
          },
        })
      },
    })),
  ]
}
