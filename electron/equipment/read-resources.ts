import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { Thresholds } from '../../shared/equipment/thresholds.ts'

const TelemostHosts = z.strictObject({
  source: z.string().min(1),
  hosts: z.array(z.strictObject({ url: z.url({ protocol: /^https?$/ }), use: z.string() })).max(30),
})

export interface EquipmentResources {
  readonly thresholds: Thresholds
  readonly telemostUrls: readonly string[]
}

/** Limits and hosts of the check, both data. Rejects where a file is not what it should be. */
export async function readEquipmentResources(resourcesDirectory: string): Promise<EquipmentResources> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(resourcesDirectory, 'equipment', name), 'utf8'))
  return {
    thresholds: Thresholds.parse(await read('thresholds.json')),
    telemostUrls: TelemostHosts.parse(await read('telemost-hosts.json')).hosts.map(({ url }) => url),
  }
}
