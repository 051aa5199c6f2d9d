import { describe, expect, test } from 'vitest'
import { runInFront } from '../../../build/run.mjs'

const script = (text: string) => ['-e', text]

describe('a program on our terminal', () => {
  test('its exit code is answered, and nobody leaves', async () => {
    const exits: number[] = []
    const ended = await runInFront(process.execPath, script('process.exit(3)'), { exit: code => exits.push(code) })
    expect(ended).toBe(3)
    expect(exits).toEqual([])
  })

  test('a signal to us is handed on, and no step follows', async () => {
    const exits: number[] = []
    const running = runInFront(process.execPath, script('setInterval(() => undefined, 1000)'), {
      exit: code => exits.push(code),
    })
    process.emit('SIGTERM', 'SIGTERM')
    expect(await running).toBe(1)
    expect(exits).toEqual([1])
  })
})
