import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import { buildPages } from '../../../build/pages.mjs'
import type { Contract } from '../../../shared/contract/contract.ts'

/** The browser host as its user starts it: the real bundle of `electron/serve.ts` in a process of its own. */
export interface SupervisorProcess {
  readonly pid: number
  /** Everything printed so far. */
  output(): string
  /** The start link; rejects when the process ends without having printed one. */
  readonly link: Promise<URL>
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  signal(signal: NodeJS.Signals): void
}

const root = resolve(import.meta.dirname, '../../..')

/** Starts it without a window; further arguments as on the command line. */
export async function startSupervisor(profile: string, args: readonly string[] = []): Promise<SupervisorProcess> {
  await buildPages(process.execPath)
  const child = spawn(
    process.execPath,
    [resolve(root, 'out/desktop/serve.js'), '--profile', profile, '--no-window', ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const printed = Promise.withResolvers<URL>()
  printed.promise.catch(() => {})
  let output = ''
  const read = (text: string): void => {
    output += text
    const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+(?=\n)/.exec(output)
    if (link) printed.resolve(new URL(link[0]))
  }
  child.stdout.setEncoding('utf8').on('data', read)
  child.stderr.setEncoding('utf8').on('data', read)
  const ended = once(child, 'close').then(([code, signal]) => {
    printed.reject(new Error(`the supervisor ended with ${code ?? signal}:\n${output}`))
    return { code, signal }
  })
  return {
    pid: child.pid ?? Number.NaN,
    output: () => output,
    link: printed.promise,
    ended,
    signal: signal => child.kill(signal),
  }
}

/** Exchanges a start link for the cookie, as the window does. */
export async function signIn(link: URL): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`no cookie, status ${answer.status}`)
  return cookie
}

export interface PageConnection {
  readonly calls: ContractRouterClient<Contract>
  readonly closed: Promise<unknown>
  close(): void
}

/** A page's socket to the contract; rejects when the door does not open it. */
export async function connectPage(port: number, cookie: string): Promise<PageConnection> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, {
    origin: `http://127.0.0.1:${port}`,
    headers: { cookie },
  })
  const closed = once(socket, 'close').catch(() => {})
  await once(socket, 'open')
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  return { calls: createORPCClient(link), closed, close: () => socket.terminate() }
}

/** Tries until a page gets an answer of the workstation; answers how long it took. */
export async function msUntilAnswer(port: number, cookie: string): Promise<number> {
  const fromMs = performance.now()
  for (;;) {
    try {
      const page = await connectPage(port, cookie)
      const reply = await Promise.race([page.calls.workplace.status(), page.closed.then(() => null)])
      page.close()
      if (reply?.ok) return performance.now() - fromMs
    } catch {
      await delay(20)
    }
  }
}

/** Process ids of the workstations of a profile in the order they got ready. */
export function workstationPids(profile: string): number[] {
  return readFileSync(join(profile, 'logs/supervisor.log'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { workstation?: number })
    .flatMap(({ workstation }) => (workstation === undefined ? [] : [workstation]))
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
