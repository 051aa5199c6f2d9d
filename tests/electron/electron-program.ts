import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { ElectronRig } from '../../build/electron-rig/rig.mjs'
import { until } from '../fixtures/until.ts'
import { programArguments } from './program-arguments.ts'

/** The desktop program on a profile of its own, as `npm start` starts it. */
export interface ElectronProgram {
  readonly app: ElectronApplication
  readonly desk: Page
  /** What it said on its standard error so far. */
  stderr(): string
  /** The page of the room, once it is open. */
  room(): Promise<Page>
  /** Process id of the workstation as it is now. */
  workstationPid(): Promise<number>
  /** Resolves with how the whole program ended. */
  whenEnded(): Promise<{ code: number | null; signal: string | null }>
}

export interface Profile {
  readonly directory: string
  /** What the demonstration tells of happened before. */
  readonly madeAtMs: number
  remove(): Promise<void>
}

/** An empty profile, owned by the account Electron runs under. */
export async function makeProfile(rig: ElectronRig): Promise<Profile> {
  const directory = await mkdtemp(join(tmpdir(), 'vp-electron-'))
  if (process.getuid?.() === 0) await chown(directory, rig.uid, rig.gid)
  return {
    directory,
    madeAtMs: Date.now(),
    remove: () => rm(directory, { recursive: true, force: true, maxRetries: 5 }),
  }
}

export interface StartOptions {
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts the demonstration; the profile may have been used before. */
export async function startElectron(
  rig: ElectronRig,
  profileDirectory: string,
  { args = [], environment = {} }: StartOptions = {},
): Promise<ElectronProgram> {
  const app = await _electron.launch({
    executablePath: rig.binary,
    chromiumSandbox: rig.sandboxOffBecause === null,
    args: programArguments(profileDirectory, args),
    cwd: profileDirectory,
    env: { ...process.env, ...rig.environment, ...environment } as Record<string, string>,
    timeout: 60_000,
  })
  const child = app.process()
  let said = ''
  child.stderr?.on('data', text => {
    said += String(text)
  })
  const ended = new Promise<{ code: number | null; signal: string | null }>(done =>
    child.once('exit', (code, signal) => done({ code, signal })),
  )
  const pageAt = (start: string): Promise<Page> =>
    until(
      `a page at ${start}`,
      () => app.windows().find(page => page.url().startsWith(start)) ?? null,
      page => page !== null,
      60_000,
    ).then(page => page as Page)
  const isDesk = (page: Page) => page.url().startsWith('app://videopriem/') && !page.url().includes('/recorder')
  const desk = await until(
    'the desk',
    () => app.windows().find(isDesk) ?? null,
    page => page !== null,
    60_000,
  )
  return {
    app,
    desk: desk as Page,
    stderr: () => said,
    room: () => pageAt('http://127.0.0.1:'),
    workstationPid: () =>
      until(
        'the workstation',
        () =>
          app.evaluate(({ app: program }) => {
            const metrics = program.getAppMetrics() as { name?: string; serviceName?: string; pid: number }[]
            const own = metrics.find(one => [one.name, one.serviceName].includes('Videopriem Workstation'))
            return own?.pid ?? 0
          }),
        pid => pid > 0,
      ),
    whenEnded: () => ended,
  }
}
