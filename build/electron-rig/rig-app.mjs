import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeBundle } from '../bundle.mjs'

/** The program as the old Electron runs it: another bundle of the same sources, the same pages. */
export const rigAppDirectory = resolve('out/electron-rig')

const mainSide = makeBundle({
  what: 'программы для Electron 25',
  stamp: 'out/electron-rig.stamp',
  product: 'out/electron-rig/out/desktop/preload.cjs',
  folders: ['electron', 'shared', 'build/electron-rig'],
  files: ['package.json'],
  runs: [
    ['--config', 'build/electron-rig/vite.config.ts'],
    ['--config', 'build/electron-rig/vite.config.ts', '--mode', 'preload'],
  ],
})

/**
 * Builds it where its sources changed; the pages in out/renderer must be built before. Throws SetUpStop.
 * @param {string} node
 */
export async function buildRigApp(node) {
  await mainSide.build(node)
  const desktop = join(rigAppDirectory, 'out/desktop')
  for (const file of readdirSync('build/electron-rig/shim')) {
    if (file !== 'default-app.cjs') cpSync(`build/electron-rig/shim/${file}`, join(desktop, file))
  }
  const pages = join(rigAppDirectory, 'out/renderer')
  rmSync(pages, { recursive: true, force: true })
  cpSync('out/renderer', pages, { recursive: true })
  cpSync('build/electron-rig/shim/old-platform.js', join(pages, 'assets/old-platform.js'))
  for (const file of readdirSync(pages).filter(name => name.endsWith('.html'))) {
    const text = readFileSync(join(pages, file), 'utf8')
    writeFileSync(
      join(pages, file),
      text.replace(
        '<script type="module"',
        '<script src="/assets/old-platform.js"></script>\n    <script type="module"',
      ),
    )
  }
  const { name, productName, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync(
    join(rigAppDirectory, 'package.json'),
    `${JSON.stringify({ name, productName, version, main: 'out/desktop/start.cjs' })}\n`,
  )
  rmSync(join(rigAppDirectory, 'resources'), { force: true })
  symlinkSync(resolve('resources'), join(rigAppDirectory, 'resources'))
}
