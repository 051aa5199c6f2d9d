import { childrenOf } from '../fixtures/supervisor.ts'
import { until } from '../fixtures/until.ts'
import type { ElectronProgram } from './electron-program.ts'

/** A process of the program that may die by itself; the program as a whole is its main process. */
export type Victim = 'workstation' | 'desk' | 'recorder' | 'room' | 'gpu'

const addresses = { desk: 'app://videopriem/', recorder: 'app://videopriem/recorder', room: 'http://127.0.0.1:' }

/** Process id as it is now; 0 while there is none. */
export async function pidOf({ app }: ElectronProgram, victim: Victim): Promise<number> {
  const found = await app.evaluate(
    ({ app: program, webContents }, { who, at }) => {
      if (who === 'workstation' || who === 'gpu') {
        const metrics = program.getAppMetrics() as { type: string; name?: string; serviceName?: string; pid: number }[]
        const isIt = (one: (typeof metrics)[number]) =>
          who === 'gpu' ? one.type === 'GPU' : [one.name, one.serviceName].includes('Videopriem Workstation')
        return metrics.find(isIt)?.pid ?? 0
      }
      const page = webContents.getAllWebContents().find(contents => {
        const address = contents.getURL()
        return address.startsWith(at[who]) && (who !== 'desk' || !address.startsWith(at.recorder))
      })
      return page === undefined || page.isCrashed() ? 0 : page.getOSProcessId()
    },
    { who: victim, at: addresses },
  )
  // On the rig the workstation itself is the Node behind the utility process that carries its messages.
  return victim === 'workstation' ? (childrenOf(found)[0] ?? found) : found
}

/** `kill -9`; resolves when another one stands in its place. */
export async function killOne(
  program: ElectronProgram,
  victim: Victim,
): Promise<{ readonly killedAtMs: number; readonly backAfterMs: number }> {
  const killed = await pidOf(program, victim)
  if (killed === 0) throw new Error(`no ${victim} is running`)
  process.kill(killed, 'SIGKILL')
  const killedAtMs = Date.now()
  await until(
    `another ${victim}`,
    () => pidOf(program, victim),
    pid => pid !== 0 && pid !== killed,
    30_000,
  )
  return { killedAtMs, backAfterMs: Date.now() - killedAtMs }
}

/** The main process and with it everything: as when the power goes. */
export async function killProgram(program: ElectronProgram): Promise<{ readonly killedAtMs: number }> {
  program.app.process().kill('SIGKILL')
  const killedAtMs = Date.now()
  await program.whenEnded()
  return { killedAtMs }
}
