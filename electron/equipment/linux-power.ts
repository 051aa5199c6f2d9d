import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Mains or battery as Linux tells it; null where the machine has no battery it knows of. */
export async function readPower(root = '/sys/class/power_supply'): Promise<'mains' | 'battery' | null> {
  const supplies = await readdir(root).catch(() => [] as string[])
  const read = (name: string, file: string) => readFile(join(root, name, file), 'utf8').then(text => text.trim())
  let hasBattery = false
  for (const name of supplies) {
    const type = await read(name, 'type').catch(() => '')
    // A mouse's battery is nobody's mains.
    if (type === 'Battery' && (await read(name, 'scope').catch(() => '')) !== 'Device') hasBattery = true
    if (type === 'Mains' && (await read(name, 'online').catch(() => '0')) === '1') return 'mains'
  }
  return hasBattery ? 'battery' : null
}
