import { afterAll, afterEach, beforeEach } from 'vitest'
import type { ElectronRig } from '../../build/electron-rig/rig.mjs'
import {
  type ElectronProgram,
  makeProfile,
  type Profile,
  type StartOptions,
  startElectron,
} from './electron-program.ts'
import { readRig } from './rig-file.ts'

/** A program on a profile of its own for the tests of one file; what a test leaves running is ended after it. */
export interface WithElectron {
  readonly rig: ElectronRig
  readonly isAbsent: boolean
  profile(): Promise<Profile>
  start(profile: Profile, options?: StartOptions): Promise<ElectronProgram>
}

/**
 * Skips every test of the file, with the reason, where no Electron is to be had. `keepsRunning`: one program for all
 * tests of the file.
 */
export function withElectron({ keepsRunning = false }: { readonly keepsRunning?: boolean } = {}): WithElectron {
  const read = readRig()
  const running = new Set<ElectronProgram>()
  const profiles = new Set<Profile>()
  beforeEach(context => {
    if ('absentBecause' in read) context.skip(`no Electron: ${read.absentBecause}`)
  })
  const after = keepsRunning ? afterAll : afterEach
  after(async () => {
    for (const program of running) {
      program.app.process().kill('SIGKILL')
      await program.whenEnded()
    }
    running.clear()
    for (const profile of profiles) await profile.remove()
    profiles.clear()
  })
  const rig = read as ElectronRig
  return {
    rig,
    isAbsent: 'absentBecause' in read,
    async profile() {
      const profile = await makeProfile(rig)
      profiles.add(profile)
      return profile
    },
    async start(profile, options) {
      const program = await startElectron(rig, profile.directory, options)
      running.add(program)
      void program.whenEnded().then(() => running.delete(program))
      return program
    },
  }
}
