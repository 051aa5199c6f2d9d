import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { standInAppImageTools } from './electron-rig/appimage-tools.mjs'
import { fetchCleanRoot } from './electron-rig/clean-root.mjs'
import { openDisplay } from './electron-rig/display.mjs'
import { fetchOldElectron } from './electron-rig/old-electron.mjs'
import { buildRigApp } from './electron-rig/rig-app.mjs'
import { buildMainSide } from './main-side.mjs'
import { buildPages } from './pages.mjs'
import { nodeEnvironment, runInFront, runQuietly } from './run.mjs'
import { projectDirectory, runEntry, SetUpStop, setUp, tail } from './set-up.mjs'

/**
 * `npm run check:package [-- PICTURE.png]`: a deb and an AppImage around Electron 25 by the program's own arrangement. The deb
 * is installed into a minimal Debian (or, where none can be made, over a copy of this system), each is started by an
 * account that owns nothing, records a reception and is left, the deb is removed; prints what each step showed. For root on
 * Debian.
 */
await runEntry(async () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/dpkg')) throw new SetUpStop('Нужны root и Debian.')
  const node = await setUp('test')
  await buildPages(node)
  await buildMainSide(node)
  const electron = await fetchOldElectron()
  if (electron.kind === 'absent') throw new SetUpStop(electron.reason)
  await buildRigApp(node)
  const folder = mkdtempSync(join(tmpdir(), 'check-package-'))
  const tools = standInAppImageTools(join(folder, 'appimage-tools'))
  if (tools.kind === 'absent') console.log(`no AppImage: ${tools.reason}`)
  const targets = tools.kind === 'absent' ? ['deb'] : ['deb', 'AppImage']
  const packing = await runQuietly(
    node,
    [
      ...['node_modules/electron-builder/cli.js', '--linux', ...targets, '--publish', 'never'],
      ...['--config', 'build/electron-rig/package.yml', `-c.electronDist=${electron.directory}`],
      `-c.directories.output=${join(folder, 'release')}`,
    ],
    {
      env: {
        ...nodeEnvironment(node),
        CUSTOM_FPM_PATH: resolve('build/electron-rig/fpm-by-dpkg.mjs'),
        ...(tools.kind === 'absent' ? {} : { APPIMAGE_TOOLS_PATH: tools.directory }),
      },
    },
  )
  if (packing.code !== 0) throw new SetUpStop(tail(packing.output))
  const system = await fetchCleanRoot()
  if (system.kind === 'absent') console.log(`a copy of this system, no clean one: ${system.reason}`)
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const home = join(folder, 'home')
  mkdirSync(home)
  const { display, close } = await openDisplay({ home })
  try {
    return await runInFront('unshare', [
      ...['--mount', 'build/electron-rig/in-clean-root.sh'],
      system.kind === 'absent' ? '/' : system.directory,
      join(folder, `release/videopriem-${version}-linux-amd64.deb`),
      tools.kind === 'absent' ? '' : join(folder, `release/videopriem-${version}-linux-x86_64.AppImage`),
      ...[display, resolve(process.argv[2] ?? join(folder, 'package.png')), projectDirectory, node],
    ])
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
})
