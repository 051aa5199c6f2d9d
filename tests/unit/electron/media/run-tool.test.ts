import { getPriority } from 'node:os'
import { describe, expect, test } from 'vitest'
import { runTool } from '../../../../electron/media/run-tool.ts'

/** Node stands in for a tool: every ending can be had on purpose. */
const node = (script: string) => ({ program: process.execPath, arguments: ['-e', script] })
const largest = 4 * 1024 * 1024

describe('endings', () => {
  test('done, with the tail of what it said', async () => {
    const ending = await runTool(node('console.error("x".repeat(20000) + "end")'))
    expect(ending.kind).toBe('done')
    if (ending.kind === 'done') expect(ending.tail).toMatch(/^x{8188}end\n$/)
  })
  test('failed, with its exit code', async () => {
    const ending = await runTool(node('console.error("no room"); process.exitCode = 3'))
    expect(ending).toEqual({ kind: 'failed', exit: 3, tail: 'no room\n' })
  })
  test('ended from outside has no exit code', async () => {
    expect(await runTool(node('process.kill(process.pid, "SIGKILL")'))).toMatchObject({ kind: 'failed', exit: null })
  })
  test('not started', async () => {
    expect(await runTool({ program: '/nowhere/tool', arguments: [] })).toMatchObject({ kind: 'notStarted' })
  })
})

describe('stopping', () => {
  test('an aborted tool is stopped, even one that does not want to', async () => {
    const abort = new AbortController()
    const ending = await runTool({
      ...node('process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)'),
      onOutput: () => abort.abort(),
      signal: abort.signal,
    })
    expect(ending).toEqual({ kind: 'stopped' })
  })
  test('aborted before the start: nothing is started', async () => {
    expect(await runTool({ program: '/nowhere/tool', arguments: [], signal: AbortSignal.abort() })).toEqual({
      kind: 'stopped',
    })
  })
  test('a callback that throws stops the tool and is told', async () => {
    const attempt = runTool({
      ...node('console.log("up"); setInterval(() => {}, 1000)'),
      onOutput() {
        throw new Error('cannot take it')
      },
    })
    await expect(attempt).rejects.toThrow('cannot take it')
  })
})

describe('input', () => {
  test('arrives whole, however large', async () => {
    let output = ''
    const pieces = Array.from({ length: 16 }, () => Buffer.alloc(largest / 16, 7))
    const ending = await runTool({
      ...node('let n = 0; process.stdin.on("data", d => (n += d.length)).on("end", () => console.log(n))'),
      input: pieces,
      onOutput: bytes => {
        output += bytes
      },
    })
    expect(ending.kind).toBe('done')
    expect(output.trim()).toBe(String(largest))
  })
  test('a tool that does not read to the end is no error of ours', async () => {
    const ending = await runTool({ ...node('process.exit(0)'), input: [Buffer.alloc(largest), Buffer.alloc(largest)] })
    expect(ending.kind).toBe('done')
  })
  test('a source that fails is told, and the tool does not stay behind', async () => {
    async function* broken() {
      yield Buffer.from('a')
      throw new Error('disk gone')
    }
    await expect(runTool({ ...node('process.stdin.resume()'), input: broken() })).rejects.toThrow('disk gone')
  })
})

test('low priority is really low', async () => {
  let output = ''
  await runTool({
    ...node('process.stdin.on("data", () => console.log(os.getPriority())).resume()'),
    input: [Buffer.from('now')],
    lowPriority: true,
    onOutput: bytes => {
      output += bytes
    },
  })
  expect(Number(output)).toBeGreaterThan(getPriority())
})
