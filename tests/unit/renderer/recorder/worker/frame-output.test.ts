import { expect, test } from 'vitest'
import { checksUntilDead, makeFrameOutput } from '../../../../../renderer/recorder/worker/frame-output.ts'

/** A writer that does with each picture what it is told; a picture that remembers whether it was let go. */
function makeWriter(fate: 'takes' | 'refuses' | 'hangs' = 'takes') {
  const written: object[] = []
  const writer = {
    fate,
    desiredSize: 1 as number | null,
    write(frame: object) {
      if (writer.fate === 'refuses') return Promise.reject(new TypeError('refused'))
      if (writer.fate === 'hangs') return new Promise<void>(() => undefined)
      written.push(frame)
      return Promise.resolve()
    },
  }
  return { writer, written }
}
function makeFrames() {
  let open = 0
  return {
    open: () => open,
    make() {
      open += 1
      return {
        close() {
          open -= 1
        },
      }
    },
  }
}
const throwing = (): never => {
  throw new DOMException('no frame', 'OperationError')
}

test('a picture that is taken is written, and let go', async () => {
  const { writer, written } = makeWriter()
  const frames = makeFrames()
  const output = makeFrameOutput(writer)
  expect(await output.give(frames.make)).toBe(true)
  expect(written).toHaveLength(1)
  expect(frames.open()).toBe(0)
  expect(output.check()).toBeNull()
})

test.each([
  ['refused once by the writer', 'refuses', false],
  ['that cannot be made', 'takes', true],
] as const)('a picture %s is one lost picture: the next one is written', async (_name, fate, isThrowing) => {
  const { writer, written } = makeWriter(fate)
  const frames = makeFrames()
  const output = makeFrameOutput(writer)
  expect(await output.give(isThrowing ? throwing : frames.make)).toBe(false)
  writer.fate = 'takes'
  expect(output.check()).toBeNull()
  expect(await output.give(frames.make)).toBe(true)
  expect(written).toHaveLength(1)
  expect(frames.open()).toBe(0)
})

test('a picture that comes before the last one was taken is lost', async () => {
  const { writer } = makeWriter('hangs')
  const frames = makeFrames()
  const output = makeFrameOutput(writer)
  void output.give(frames.make)
  expect(await output.give(frames.make)).toBe(false)
})

test('a stream that broke for good is dead at the next look', async () => {
  const { writer } = makeWriter('refuses')
  const output = makeFrameOutput(writer)
  writer.desiredSize = null
  expect(await output.give(makeFrames().make)).toBe(false)
  expect(output.check()).toBe('TypeError: refused')
})

test.each([
  ['refuses each picture', 'refuses', false],
  ['never answers', 'hangs', false],
  ['is never given a picture, because none can be made', 'takes', true],
] as const)('an output that %s is dead after so many looks, and not before', async (_name, fate, isThrowing) => {
  const { writer } = makeWriter(fate)
  const output = makeFrameOutput(writer)
  for (let look = 1; look < checksUntilDead; look += 1) {
    void output.give(isThrowing ? throwing : makeFrames().make)
    await Promise.resolve()
    expect(output.check()).toBeNull()
  }
  expect(output.check()).not.toBeNull()
})

test('a picture now and then keeps the output alive for ever', async () => {
  const { writer } = makeWriter()
  const output = makeFrameOutput(writer)
  for (let look = 0; look < checksUntilDead * 10; look += 1) {
    if (look % 4 === 0) await output.give(makeFrames().make)
    expect(output.check()).toBeNull()
  }
})
