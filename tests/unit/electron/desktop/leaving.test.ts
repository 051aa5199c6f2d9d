import { expect, test, vi } from 'vitest'
import { makeLeaving } from '../../../../electron/desktop/leaving.ts'
import { type Activity, idleActivity } from '../../../../electron/workplace/activity.ts'

function bench(activity: Activity) {
  const ask = vi.fn(() => Promise.resolve())
  const close = vi.fn(() => Promise.resolve())
  return { ask, close, leaving: makeLeaving({ activity: () => activity, ask, asideWords: null, close }) }
}

test.each([[{ ...idleActivity, receptionOpen: true }], [{ ...idleActivity, recording: true }]])(
  'nobody leaves by habit while %j',
  async activity => {
    const { ask, close, leaving } = bench(activity)
    await leaving.ask()
    expect(ask).toHaveBeenCalledOnce()
    expect(close).not.toHaveBeenCalled()
    expect([leaving.isBusy(), leaving.isLeaving()]).toEqual([true, false])
  },
)

test('who presses again while it is said is not told twice, and after it once more', async () => {
  const said = Promise.withResolvers<void>()
  const { ask, leaving } = bench({ ...idleActivity, receptionOpen: true })
  ask.mockReturnValueOnce(said.promise)
  const pressed = [leaving.ask(), leaving.ask(), leaving.ask()]
  expect(ask).toHaveBeenCalledOnce()
  said.resolve()
  await Promise.all(pressed)
  await leaving.ask()
  expect(ask).toHaveBeenCalledTimes(2)
})

test('a free desk is left at once and once; only a person’s leaving may put an update in', async () => {
  const { ask, close, leaving } = bench(idleActivity)
  await Promise.all([leaving.ask(), leaving.ask(), leaving.atOnce()])
  expect(close.mock.calls).toEqual([['person']])
  expect(ask).not.toHaveBeenCalled()
})

test('a computer that goes down asks nothing, whatever goes on', async () => {
  const { ask, close, leaving } = bench({ ...idleActivity, receptionOpen: true, recording: true })
  await leaving.atOnce()
  expect(close.mock.calls).toEqual([['shutdown']])
  expect(ask).not.toHaveBeenCalled()
})
