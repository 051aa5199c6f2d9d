import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from './host-choice.mjs'
import { buildMainSide } from './main-side.mjs'
import { distUsage, fetchFailureWords, isFetchFailure, packArguments, readDistArguments } from './pack-arguments.mjs'
import { buildPages } from './pages.mjs'
import { nodeEnvironment, runQuietly } from './run.mjs'
import { runEntry, SetUpStop, seconds, setUp, tail } from './set-up.mjs'

/** `npm run dist [-- --dir]`: the packages for this system in out/release. */
await runEntry(async () => {
  const asked = readDistArguments(process.argv.slice(2))
  if (!asked || (asked.publisher !== null && process.platform !== 'win32')) throw new SetUpStop(distUsage)
  const node = await setUp('check')
  await buildPages(node)
  await buildMainSide(node)
  const { platform } = process
  const electron = findElectron({ platform, environment: process.env, exists: existsSync })
  if (!existsSync('node_modules/ffmpeg-static')) {
    console.log('Пакет ffmpeg-static не установлен: программа будет искать ffmpeg в системе.')
  }
  const startedMs = Date.now()
  console.log(asked.dir ? 'Собираю папку программы…' : 'Собираю установщики…')
  const ending = await runQuietly(
    node,
    [
      'node_modules/electron-builder/cli.js',
      ...packArguments({
        platform,
        dir: asked.dir,
        electronDist: electron?.directory ?? null,
        publisher: asked.publisher,
      }),
    ],
    { env: nodeEnvironment(node) },
  )
  if (ending.code !== 0) {
    const because = isFetchFailure(ending.output) ? `\n\n${fetchFailureWords}` : ''
    throw new SetUpStop(`Сборка не удалась:\n${tail(ending.output)}${because}`)
  }
  console.log(`  готово за ${seconds(startedMs)}`)
  for (const line of products('out/release')) console.log(`  ${line}`)
  return 0
})

/** @param {string} folder */
function products(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() || /\.(exe|deb|rpm|AppImage|dmg|zip|yml)$/.test(entry.name))
    .filter(entry => !entry.name.startsWith('builder-') && !entry.name.startsWith('.'))
    .map(({ name }) => {
      const path = join(folder, name)
      const { size } = statSync(path)
      return statSync(path).isDirectory() ? `${path}/` : `${path}  ${Math.ceil(size / 1024 / 1024)} МБ`
    })
}
