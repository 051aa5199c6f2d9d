import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import * as electron from 'electron'
import ElectronStore from 'electron-store'
import { prepareApp } from './desktop/before-ready.ts'
import { startDesktop } from './desktop/desktop.ts'
import { namesPublisher } from './desktop/verify-update.ts'
import { readDesktopCommandLine } from './host/command-line.ts'
import { policyOfStart } from './host/policy/policy-of-start.ts'
import { policyPath } from './host/policy/policy-place.ts'
import { makePrivateDirectory, usualProfileDirectory } from './host/profile.ts'
import { lockProfile } from './host/profile-lock.ts'
import { makeRunPlaces } from './host/run-places.ts'
import { startFailureWords } from './host/start-words.ts'
import { StartFailure } from './host/workstation-keeper.ts'
import { profilePaths } from './profile-paths.ts'

/**
 * The desktop host: the same workstation in a utility process, the same pages in a window of our own. The only file that
 * takes hold of Electron; what it hands on is driven by tests with a typed stand-in.
 */

const { app, dialog } = electron
const { platform, env: environment } = process
// out/desktop/main.js, in the archive of the package or in the checkout.
const programDirectory = import.meta.dirname
const root = resolve(programDirectory, '../..')

async function main(): Promise<void> {
  // Before ready: the profile, the policy, and what Chromium must know before it starts.
  const asked = readDesktopCommandLine(process.argv.slice(1), process.cwd())
  const { demonstration } = asked
  const profileDirectory =
    asked.profileDirectory ?? usualProfileDirectory({ platform, environment, home: homedir(), demonstration })
  const paths = profilePaths(profileDirectory)
  makePrivateDirectory(profileDirectory)
  const path = policyPath({ platform, resourcesPath: process.resourcesPath })
  const policy = policyOfStart({
    ...{ path, platform, demonstration, logsDirectory: paths.logs },
    programDirectory: dirname(process.execPath),
  })
  if (!prepareApp({ electron, platform, paths, policy, nowMs: Date.now() })) return app.exit(0)

  // After ready: nobody else works on this profile, in whichever host; then everything, the window last.
  await app.whenReady()
  const places = makeRunPlaces(paths.run)
  const locking = await lockProfile(places.supervisor, 'window')
  if (locking.kind === 'taken')
    throw new StartFailure(`С этим профилем уже работает другая программа.\n${locking.answer}`)
  await startDesktop({
    electron,
    openSettingsKeeper: ({ directory, fileName, fileMode }) =>
      new ElectronStore<Record<string, unknown>>({
        cwd: directory,
        name: fileName,
        clearInvalidConfig: true,
        configFileMode: fileMode,
      }),
    ...{ profileDirectory, demonstration, paths, places, policy, programDirectory, environment, platform },
    ...{ lock: locking.lock, process },
    pagesDirectory: join(root, 'out/renderer'),
    resourcesDirectory: app.isPackaged ? join(process.resourcesPath, 'resources') : join(root, 'resources'),
    // A package of the system is replaced by the system's own tools.
    canInstallUpdates: platform === 'win32' || environment.APPIMAGE !== undefined,
    // Nobody looks at a signature of an AppImage.
    checksUpdateSignature: platform === 'win32' && namesPublisher(process.resourcesPath),
  })
}

main().catch(async error => {
  await app.whenReady()
  // Not showErrorBox: its window is titled «Error».
  const title = '«Видеоприём» не запущен'
  await dialog.showMessageBox({
    type: 'error',
    title,
    message: title,
    detail: startFailureWords(error),
    buttons: ['Закрыть'],
  })
  app.exit(1)
})
