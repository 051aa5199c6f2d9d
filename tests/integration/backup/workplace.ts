import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../../../shared/contract/procedure.ts'
import { type ContractClient, openContractClient, openWithCookie } from '../../fixtures/contract-client.ts'
import { newApplication } from '../../fixtures/new-application.ts'
import { setUpWorkplace, signInAs } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'
import { until } from '../../fixtures/until.ts'

/** A workplace without a browser: supervisor, workstation, a profile and a disk for copies. */
export interface BackupWorkplace {
  readonly directory: string
  readonly profileDirectory: string
  readonly databasePath: string
  readonly backupDirectory: string
  recoveryKey(): string
  client(): ContractClient
  supervisor(): RunningSupervisor
  /** The folder into which copies are made from now on. */
  chooseFolder(directory: string | null): Promise<void>
  register(count: number): Promise<void>
  signIn(role: Role): Promise<void>
  /** Starts the supervisor again, whatever state it finds. */
  start(): Promise<void>
  /** After the workstation restarted on its own. */
  reconnect(): Promise<void>
  close(): Promise<void>
}

/** `firstRun: false`: another computer, nothing set up. */
export async function openWorkplace({ firstRun = true } = {}): Promise<BackupWorkplace> {
  const directory = await mkdtemp(join(tmpdir(), 'videopriem-backup-'))
  const profileDirectory = join(directory, 'profile')
  const backupDirectory = join(directory, 'backup-disk')
  await mkdir(backupDirectory)
  let supervisor = await startSupervisor({ profileDirectory })
  let client = await openContractClient(supervisor.link)
  let recoveryKey = ''
  if (firstRun) recoveryKey = await setUpWorkplace(client)
  return {
    directory,
    profileDirectory,
    databasePath: join(profileDirectory, 'workstation.db'),
    backupDirectory,
    recoveryKey: () => recoveryKey,
    client: () => client,
    supervisor: () => supervisor,
    chooseFolder: chosen =>
      writeFile(join(profileDirectory, 'backup.json'), JSON.stringify({ directory: chosen, hour: 3 })),
    signIn: role => signInAs(client, role),
    async register(count) {
      for (let made = 0; made < count; made += 1) {
        await plantReception(client, profileDirectory, newApplication({ link: '' }))
      }
    },
    async start() {
      client.close()
      supervisor = await startSupervisor({ profileDirectory })
      client = await openContractClient(supervisor.link)
    },
    async reconnect() {
      const { cookie } = client
      client.close()
      client = await until(
        'the workstation answers again',
        async () => {
          try {
            const opened = await openWithCookie(supervisor.origin, cookie)
            await opened.calls.recovery.state()
            return opened
          } catch {
            return null
          }
        },
        opened => opened !== null,
      ).then(opened => opened as ContractClient)
    },
    async close() {
      client.close()
      await supervisor.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
