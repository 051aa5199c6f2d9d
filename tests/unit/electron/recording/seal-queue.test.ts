import pino from 'pino'
import { expect, test } from 'vitest'
import { makeSealQueue, type SealState } from '../../../../electron/recording/seal-queue.ts'
import type { Manifest, Slip } from '../../../../shared/recording/slip.ts'

const log = pino({ level: 'silent' })
const sealed = { manifest: {} as Manifest, slip: { verdict: 'sound' } as Slip }

function queueWith(seal: (directory: string, signal: AbortSignal) => Promise<typeof sealed>) {
  const states: [string, SealState['kind']][] = []
  const settled = Promise.withResolvers<void>()
  const queue = makeSealQueue({
    seal,
    log,
    onState: (id, state) => {
      states.push([id, state.kind])
      if (states.filter(([, kind]) => kind !== 'sealing').length === 2) settled.resolve()
    },
  })
  return { queue, states, settled: settled.promise }
}

test('seals one after another; a failure does not stop the next', async () => {
  let running = 0
  let most = 0
  const { queue, states, settled } = queueWith(async directory => {
    running += 1
    most = Math.max(most, running)
    await new Promise(resolve => setImmediate(resolve))
    running -= 1
    if (directory === '/broken') throw new Error('unreadable')
    return sealed
  })
  queue.add('first', '/broken')
  queue.add('second', '/good')
  queue.add('second', '/good')
  await settled
  expect(most).toBe(1)
  expect(states).toEqual([
    ['first', 'sealing'],
    ['second', 'sealing'],
    ['first', 'sealFailed'],
    ['second', 'sealed'],
  ])
})

test('closing aborts the running seal and leaves it for the next start', async () => {
  const { queue, states } = queueWith(
    (_directory, signal) =>
      new Promise((_resolve, reject) => {
        if (signal.aborted) reject(new Error('aborted'))
        signal.addEventListener('abort', () => reject(new Error('aborted')))
      }),
  )
  queue.add('first', '/long')
  queue.add('second', '/never')
  await queue.close()
  expect(states.map(([, kind]) => kind)).toEqual(['sealing', 'sealing'])
})

test('what failed is tried again by itself, and each time told', async () => {
  let attempts = 0
  const states: SealState['kind'][] = []
  const done = Promise.withResolvers<void>()
  const queue = makeSealQueue({
    seal: () => {
      attempts += 1
      return attempts < 3 ? Promise.reject(new Error('held by a scanner')) : Promise.resolve(sealed)
    },
    log,
    onState: (_id, { kind }) => {
      states.push(kind)
      if (kind === 'sealed') done.resolve()
    },
    retryAfterMs: [1, 2],
  })
  queue.add('first', '/held')
  await done.promise
  await queue.close()
  expect(states).toEqual(['sealing', 'sealFailed', 'sealing', 'sealFailed', 'sealing', 'sealed'])
})
