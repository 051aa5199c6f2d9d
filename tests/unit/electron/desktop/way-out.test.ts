import { expect, test, vi } from 'vitest'
import { closeInOrder } from '../../../../electron/desktop/way-out.ts'

const error = vi.fn()
const log = { error }

test('one after the other; what fails does not stop the next', async () => {
  const closed: string[] = []
  const step = (name: string, close: () => unknown = () => undefined) => ({
    name,
    close: async () => {
      closed.push(name)
      await close()
    },
  })
  const broken = () => {
    throw new Error('no')
  }
  await closeInOrder([step('one'), step('two', broken), step('three')], log)
  expect(closed).toEqual(['one', 'two', 'three'])
  expect(error).toHaveBeenCalledWith({ step: 'two', error: 'no' }, 'not closed')
})

test('what never ends is left behind', async () => {
  await closeInOrder([{ name: 'hangs', close: () => new Promise(() => undefined) }], log, 10)
  expect(error).toHaveBeenCalledWith({ step: 'hangs' }, 'not closed in time, leaving without it')
})
