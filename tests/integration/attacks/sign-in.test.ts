import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPeople, type People, specialistPassword } from '../../unit/electron/accounts/people-bench.ts'

/** Somebody who wants nobody to get in. */

let people: People
beforeEach(async () => {
  people = await openPeople()
})
afterEach(() => people.close())

const codeOf = (answer: Awaited<ReturnType<People['signIn']>>) => (answer.ok ? 'done' : answer.fault.code)

test('300 tries with ids of nobody cost four of them, and delay no person', async () => {
  const before = people.lastSequence()
  const finished: string[] = []
  const strangers = Array.from({ length: 300 }, async () => {
    const code = codeOf(await people.signIn({ id: crypto.randomUUID() }, 'чужой-пароль'))
    finished.push(code)
    return code
  })
  const own = people
    .signIn(people.specialist, specialistPassword)
    .then(answer => finished.push(`own: ${codeOf(answer)}`))
  await own
  // Those beyond the few are answered at once; of the few, some still wait while the person is in.
  expect(finished.at(-1)).toBe('own: done')
  expect(finished.filter(code => code === 'passwordWrong').length).toBeLessThan(4)
  const codes = await Promise.all(strangers)
  expect(codes.filter(code => code === 'passwordWrong')).toHaveLength(4)
  expect(codes.filter(code => code === 'waitFirst')).toHaveLength(296)
  expect(people.kindsSince(before).filter(kind => kind === 'signInRefused')).toHaveLength(4)
  // And when they are through, the next one is answered as always.
  expect(codeOf(await people.signIn({ id: crypto.randomUUID() }, 'чужой-пароль'))).toBe('passwordWrong')
})

test('300 wrong passwords of one person delay no other', async () => {
  const finished: string[] = []
  const floods = Array.from({ length: 300 }, async () => {
    finished.push(codeOf(await people.signIn(people.administrator, 'чужой-пароль')))
  })
  const answer = await people.signIn(people.specialist, specialistPassword)
  expect(codeOf(answer)).toBe('done')
  expect(finished.length).toBeLessThan(5)
  await Promise.all(floods)
  expect(finished.filter(code => code === 'passwordWrong')).toHaveLength(5)
})
