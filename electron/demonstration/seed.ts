import type { Account, Session } from '../../shared/contract/accounts.ts'
import type { OutgoingServer } from '../../shared/contract/notices.ts'
import { least } from '../../shared/extremes.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { readEquipmentResources } from '../equipment/read-resources.ts'
import { originOfServer } from '../notices/server-store.ts'
import { OriginBoundSecret } from '../secrets/origin-bound-secret.ts'
import type { PromisedFilm } from './films/film-kind.ts'
import { firstSpecialist, heads, type OfficePerson, officePeople, specialists, technician } from './office.ts'
import { officeZone } from './office-zone.ts'
import { demonstrationPlan } from './plan.ts'
import { type Act, openStory, type Story, type StoryDeps } from './story.ts'
import { actsOfLetters } from './tell-letters.ts'
import { actsOfReception, type Told } from './tell-reception.ts'
import { actOfRegistration, actsOfRejection } from './tell-rejection.ts'
import { actsOfWorkplaces } from './tell-workplaces.ts'
import { isWorkingBy, makeWorkDays } from './work-days.ts'

export interface SeedDeps extends Omit<StoryDeps, 'timeZone'> {
  /** The computer's clock: the story ends here. */
  readonly nowMs: number
  /** The computer's own. */
  readonly timeZone: string
  /** Of `demonstrationPassword`. */
  readonly passwordHash: string
  /** Before the story is committed: which recordings are to be made. */
  readonly keepPromised: (films: readonly PromisedFilm[]) => void
}

/** Shown on the sign-in screen of the demonstration: there is nothing to protect. */
export const demonstrationPassword = 'демонстрация'

/**
 * Fills an empty database with an office in the middle of a working morning and the twenty-six months before it, through
 * the stores alone, everything at its own time. Throws where the first run is already done.
 */
export async function seedDemonstration(deps: SeedDeps): Promise<void> {
  const { nowMs } = deps
  const timeZone = officeZone(nowMs, deps.timeZone)
  const story = await openStory({ ...deps, timeZone })
  const { thresholds } = await readEquipmentResources(deps.resourcesDirectory)
  const today = localDate(nowMs, timeZone)
  const workDays = makeWorkDays({ today, isWorking: isWorkingBy(story.calendar) })
  const plan = demonstrationPlan({ nowMs, timeZone, workDays })
  const left: Told = { notices: new Map(), films: [] }
  const letters = await actsOfLetters(story, { workDays, nowMs, receptions: plan.receptions, notices: left.notices })
  deps.write.transaction(() => {
    const firstMs = least(plan.receptions.map(({ registeredAt }) => Date.parse(registeredAt))) ?? nowMs
    const cast = firstRun(story, deps, { timeZone, firstMs })
    const of = (index: number) => ({ ...cast, session: cast.sessionOf(index), nowMs })
    const acts = [
      ...plan.receptions.flatMap(planned => actsOfReception(story, planned, of(planned.specialist), left)),
      ...letters,
      ...plan.rejections.flatMap(planned => actsOfRejection(story, planned, of(planned.specialist))),
      ...plan.undecided.map(planned => actOfRegistration(story, planned, of(planned.specialist)).act),
      ...closingsOf(
        story,
        plan.receptions.map(({ appointedAt }) => appointedAt),
        cast.sessionOf(0),
        today,
      ),
      ...actsOfWorkplaces(story, { technician: cast.technician, thresholds, workDays, nowMs }),
      ...workingToday(story, cast.sessionOf(0), { today, nowMs }),
    ]
    tell(story, acts, nowMs)
    story.clock.setMs(nowMs)
    story.accounts.signIn(cast.sessionOf(0).account.id)
    deps.keepPromised(left.films)
  })
}

/** In the order of their moments; what would still be to come has not happened. */
function tell({ clock }: Story, acts: readonly Act[], nowMs: number): void {
  const past = acts.filter(({ atMs }) => atMs <= nowMs)
  for (const act of past.toSorted((one, other) => one.atMs - other.atMs)) {
    clock.setMs(act.atMs)
    act.tell()
  }
}

/** Everybody of the office, an hour before its first letter. */
function firstRun(
  { accounts, clock, servers }: Story,
  { passwordHash }: SeedDeps,
  { timeZone, firstMs }: { timeZone: string; firstMs: number },
) {
  clock.setMs(firstMs - 3_600_000)
  const [administrator, ...others] = officePeople
  const withPassword = (person: OfficePerson) => ({ ...person, passwordHash })
  const added = accounts.firstRun({
    bodyName: 'Управление социальной защиты населения (демонстрация)',
    timeZone,
    workplaceName: 'Рабочее место 3',
    people: [withPassword(administrator), ...others.map(withPassword)],
  })
  if (!added) throw new Error('the demonstration needs an empty database')
  for (const { id } of added) accounts.setPassword(id, passwordHash, { changeDue: false })
  const byName = (person: OfficePerson | undefined): Account => {
    const account = added.find(({ fullName }) => fullName === person?.fullName)
    if (!account) throw new Error('somebody of the office is missing')
    return account
  }
  accounts.signIn(byName(firstSpecialist).id)
  keepServer(servers, byName(administrator))
  const session = accounts.session()
  if (!session) throw new Error('the demonstration has no session')
  return {
    head: byName(heads[0]),
    technician: byName(technician),
    sessionOf: (index: number): Session => ({ ...session, account: byName(specialists[index % specialists.length]) }),
  }
}

/** The stand-in of the program itself: nothing is sent to it (mail-stand-in.ts). */
function keepServer(servers: Story['servers'], administrator: Account): void {
  const server: OutgoingServer = {
    ...{ isOn: true, host: 'localhost', port: 587, userName: '' },
    ...{ security: 'startTls', authentication: 'none' },
    ...{ fromAddress: 'priem@example.ru', fromName: 'Управление социальной защиты (демонстрация)' },
    certificateAuthority: '',
  }
  servers.save({ ...server, secret: new OriginBoundSecret('', originOfServer(server)) }, administrator.id)
}

/** «Завершить день» of every day before today. */
function closingsOf(
  { days, timeZone }: Story,
  moments: readonly string[],
  { account }: Session,
  today: string,
): readonly Act[] {
  const lastOf = new Map<string, number>()
  for (const at of moments) lastOf.set(localDate(at, timeZone), Date.parse(at))
  return [...lastOf]
    .filter(([day]) => day < today)
    .map(([day, lastMs]) => ({ atMs: lastMs + 5 * 3_600_000, tell: () => days.close(day, account.id) }))
}

/** A day that is off by the calendar is a working one by the office's own order: the terms count it too. */
function workingToday(
  { calendar, calendars }: Story,
  { account }: Session,
  { today, nowMs }: { today: string; nowMs: number },
): readonly Act[] {
  if (isWorkingBy(calendar)(today)) return []
  const basis = 'Демонстрация: рабочий день по приказу об изменении графика'
  return [
    {
      atMs: nowMs - 20 * 24 * 3_600_000,
      tell: () => calendars.addException({ date: today, kind: 'working' }, { authorId: account.id, basis }),
    },
  ]
}
