import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
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

  test('what it prints beside another one comes in one piece, at its end, whoever still holds its output', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'videopriem-run-'))
    const outputFile = join(folder, 'printed.log')
    const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const text = `console.log('one'); console.error('two')
      require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 3000)'], { stdio: 'inherit', detached: true }).unref()`
    try {
      const startedMs = performance.now()
      expect(await runInFront(process.execPath, script(text), { outputFile })).toBe(0)
      expect(printed.mock.calls.map(([piece]) => String(piece))).toEqual(['one\ntwo\n'])
      expect(performance.now() - startedMs).toBeLessThan(3_000)
    } finally {
      printed.mockRestore()
      rmSync(folder, { recursive: true })
    }
  })
})
