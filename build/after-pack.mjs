/** @import { AfterPackContext } from 'electron-builder' */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fuseConfig } from './fuses.ts'
import { architectures, neededNatives } from './natives.mjs'

/**
 * Hook of electron-builder.yml, before signing: sets the fuses and looks that the modules with machine code are there for
 * the system that was packed, because npm installs them for the system it runs on.
 * @param {AfterPackContext} context
 */
export default async function afterPack(context) {
  const { packager, appOutDir, electronPlatformName, arch } = context
  const unpacked = join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked')
  const missing = neededNatives(electronPlatformName, architectures[arch] ?? String(arch)).filter(
    file => !existsSync(join(unpacked, file)),
  )
  if (missing.length > 0) {
    throw new Error(`Для этой системы не установлено: ${missing.join(', ')}. Собирайте пакет на ней самой.`)
  }
  await packager.addElectronFuses(context, fuseConfig)
}
