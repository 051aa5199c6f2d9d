import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isBeingReceived } from '../../../../electron/accounts/being-received.ts'
import type { Session } from '../../../../shared/contract/accounts.ts'
import { openPeople, type People, specialistPassword } from './people-bench.ts'

let people: People
let who: Session
beforeEach(async () => {
  people = await openPeople()
  const answer = await people.signIn(people.specialist, specialistPassword)
  if (!answer.ok) throw new Error('not signed in')
  who = answer.value
})
afterEach(() => people.close())

const desk = () => (people.accounts.session() ? 'open' : people.accounts.lockedBy() ? 'locked' : ('signedOut' as const))

/** What the next start finds, by how this run ended, how long ago the last act was and whether a citizen was received. */
describe.each([
  { ending: 'closed', minutesIdle: 0, receptionOpen: false, found: 'signedOut' },
  { ending: 'closed', minutesIdle: 0, receptionOpen: true, found: 'open' },
  { ending: 'closed', minutesIdle: 60, receptionOpen: true, found: 'open' },
  { ending: 'killed', minutesIdle: 0, receptionOpen: false, found: 'open' },
  { ending: 'killed', minutesIdle: 9, receptionOpen: false, found: 'open' },
  { ending: 'killed', minutesIdle: 10, receptionOpen: false, found: 'locked' },
  { ending: 'killed', minutesIdle: 60, receptionOpen: true, found: 'open' },
] as const)('$ending, idle for $minutesIdle min, reception open: $receptionOpen', row => {
  test(`→ ${row.found}`, () => {
    people.state.receptionOpen = row.receptionOpen
    if (row.ending === 'closed') people.keeper.close()
    people.pass(row.minutesIdle)
    people.keeper.resume()
    expect(desk()).toBe(row.found)
    if (row.found === 'open') expect(people.accounts.session()).toEqual(who)
  })
})

test('the desk is covered after the time of the settings without an act, told once and logged', () => {
  people.settings.write({ ...people.settings.read(), idleLockMinutes: 3 })
  const before = people.lastSequence()
  people.pass(2)
  people.keeper.touch()
  people.pass(2)
  people.keeper.tick()
  expect(desk()).toBe('open')
  people.pass(1)
  people.keeper.tick()
  people.keeper.tick()
  expect(desk()).toBe('locked')
  expect(people.state.changes).toBe(1)
  expect(people.kindsSince(before)).toEqual(['locked'])
})

test('while a citizen is received nothing covers the desk or ends the session', () => {
  people.state.receptionOpen = true
  people.pass(120)
  people.keeper.tick()
  expect(people.keeper.lock(who)).toMatchObject({ fault: { code: 'refusedByRule' } })
  expect(people.keeper.signOut(who)).toMatchObject({ fault: { code: 'refusedByRule' } })
  expect(desk()).toBe('open')
})

test('a closed program leaves nobody behind a lock', () => {
  people.keeper.lock(who)
  people.keeper.close()
  expect(desk()).toBe('signedOut')
})

test('a seal and a backup know the person behind the lock and after it', () => {
  people.keeper.lock(who)
  expect(people.accounts.lastSession()).toEqual(who)
  people.keeper.close()
  expect(people.accounts.lastSession()).toEqual(who)
})

const hourMs = 3_600_000
test.each([
  ['none open', null, false],
  ['a step a moment ago', { lastEventMs: 0, recording: false }, true],
  ['no step for almost two hours', { lastEventMs: -2 * hourMs + 1, recording: false }, true],
  ['left open in the morning', { lastEventMs: -2 * hourMs, recording: false }, false],
  ['left open but being recorded', { lastEventMs: -9 * hourMs, recording: true }, true],
])('%s → being received: %s', (_name, open, expected) => {
  expect(isBeingReceived(open, 0)).toBe(expected)
})
