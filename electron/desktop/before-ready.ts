import type { Policy } from '../../shared/policy/policy.ts'
import { StartFailure } from '../host/workstation-keeper.ts'
import type { ProfilePaths } from '../profile-paths.ts'
import { keepCrashDumps } from './crash-dumps.ts'
import type { ElectronApis } from './electron-apis.ts'
import { ownSchemes } from './scheme.ts'
import { forbiddenOf, forbiddenWords } from './security/switches.ts'

export interface BeforeReadyDeps {
  readonly electron: Pick<ElectronApis, 'app' | 'crashReporter' | 'Menu' | 'protocol'>
  readonly platform: NodeJS.Platform
  readonly paths: Pick<ProfilePaths, 'desktop' | 'crashDumps'>
  readonly policy: Pick<Policy, 'crashDumps' | 'passwordStore'>
  readonly nowMs: number
}

/**
 * What can only be said before Chromium starts. False: another copy of the program has this profile and was told. Throws
 * StartFailure where a packaged program was started with a switch that takes its guards away.
 */
export function prepareApp({ electron, platform, paths, policy, nowMs }: BeforeReadyDeps): boolean {
  const { app, crashReporter, Menu, protocol } = electron
  const forbidden = app.isPackaged ? forbiddenOf(name => app.commandLine.hasSwitch(name)) : []
  if (forbidden.length > 0) throw new StartFailure(forbiddenWords(forbidden))
  // Before the lock: it is one per folder, so that a demonstration may stand beside the real work.
  app.setPath('userData', paths.desktop)
  app.setPath('sessionData', paths.desktop)
  if (!app.requestSingleInstanceLock()) return false
  app.enableSandbox()
  // Windows: the name under which notifications and the taskbar know us (electron-builder.yml, appId).
  app.setAppUserModelId('ru.videopriem.workstation')
  // The citizen is heard at once, not after a press inside the room.
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
  app.commandLine.appendSwitch('lang', 'ru')
  if (platform === 'linux') {
    // Chromium knows a store by the name of the desktop only; the organisation may know better.
    if (policy.passwordStore !== undefined) app.commandLine.appendSwitch('password-store', policy.passwordStore)
  }
  // Electron's own menu brings keys that reload the page and open its tools. macOS edits by its menu only.
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate([...roles]) : null)
  protocol.registerSchemesAsPrivileged([...ownSchemes])
  keepCrashDumps({ app, crashReporter, directory: paths.crashDumps, wanted: policy.crashDumps === true, nowMs })
  return true
}
