import { type ChildProcess, fork } from 'node:child_process'
import { on, once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FromBackupWorker } from '../../../electron/backup/run-backup.ts'
import { makeRunPlaces } from '../../../electron/host/run-places.ts'
import { FromWorkstation, type ToWorkstation } from '../../../electron/host/workstation-messages.ts'
import { profilePaths } from '../../../electron/profile-paths.ts'
import { noPolicy } from '../../../shared/policy/policy.ts'

/** Where a package was laid open. */
export interface OpenedPackage {
  /** What was app.asar. */
  readonly program: string
  readonly resources: string
}

/** Runs the workstation of a package on this Node until it says more than nothing, and lets it leave in order. */
export async function bootPackedWorkstation({ program, resources }: OpenedPackage, profileDirectory: string) {
  const paths = profilePaths(profileDirectory)
  const child = fork(join(program, 'out/desktop/workstation-process.js'), [], {
    cwd: profileDirectory,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += chunk))
  const exited = once(child, 'exit')
  const tell = (message: ToWorkstation) => child.send(message)
  tell({
    kind: 'start',
    config: {
      profileDirectory,
      recordingsDirectory: paths.recordings,
      databaseKeyHex: 'cd'.repeat(32),
      demonstration: true,
      demonstrationRoomUrl: null,
      ffmpegSetting: null,
      resourcesDirectory: resources,
      version: '0.1.0',
      policy: noPolicy,
    },
    pages: 'all',
    isFirstOfRun: true,
    capabilities: { openTelemostInside: true, openRecorderWindow: true, panelOnTop: false, printPages: false },
    socketPath: makeRunPlaces(paths.run).workstation,
    secret: 'ef'.repeat(32),
    logsDirectory: paths.logs,
  })
  const first = await Promise.race([howItStarted(child), exited.then(() => null)])
  if (child.connected) tell({ kind: 'stop' })
  const [code] = await exited
  return { first, code, output }
}

/** The first message that says how the start went: who works here may be told before. */
async function howItStarted(child: ChildProcess): Promise<FromWorkstation> {
  for await (const [message] of on(child, 'message')) {
    const told = FromWorkstation.parse(message)
    if (told.kind !== 'activity') return told
  }
  throw new Error('the workstation ended without a word')
}

/** Starts the thread of copies of a package on an order that must fail in a known way: SQLite was loaded for it. */
export async function askPackedBackupWorker({ program }: OpenedPackage): Promise<FromBackupWorker> {
  const work = { kind: 'check', path: join(program, 'no-such-copy'), keyHex: 'cd'.repeat(32) }
  const worker = new Worker(join(program, 'out/desktop/backup-worker.js'), { workerData: work })
  const [message] = await once(worker, 'message')
  await worker.terminate()
  return message
}
