import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openDisplay } from './electron-rig/display.mjs'
import { fetchOldElectron } from './electron-rig/old-electron.mjs'
import { buildRigApp } from './electron-rig/rig-app.mjs'
import { buildMainSide } from './main-side.mjs'
import { buildPages } from './pages.mjs'
import { nodeEnvironment, runInFront, runQuietly } from './run.mjs'
import { projectDirectory, runEntry, SetUpStop, setUp, tail } from './set-up.mjs'

/**
 * `npm run check:package [-- PICTURE.png]`: a deb around Electron 25 by the program's own arrangement, installed over a copy of this
 * system, started by an account that owns nothing, has it record a reception, left, removed; prints what each step showed. For root on Debian.
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
  const packing = await runQuietly(
    node,
    [
      ...['node_modules/electron-builder/cli.js', '--linux', 'deb', '--publish', 'never'],
      ...['--config', 'build/electron-rig/package.yml', `-c.electronDist=${electron.directory}`],
      `-c.directories.output=${join(folder, 'release')}`,
    ],
    { env: { ...nodeEnvironment(node), CUSTOM_FPM_PATH: resolve('build/electron-rig/fpm-by-dpkg.mjs') } },
  )
  if (packing.code !== 0) throw new SetUpStop(tail(packing.output))
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const home = join(folder, 'home')
  mkdirSync(home)
  const { display, close } = await openDisplay({ home })
  try {
    return await runInFront('unshare', [
      ...['--mount', 'build/electron-rig/in-clean-root.sh'],
      join(folder, `release/videopriem-${version}-linux-amd64.deb`),
      ...[display, resolve(process.argv[2] ?? join(folder, 'package.png')), projectDirectory, node],
    ])
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
})
