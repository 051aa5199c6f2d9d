import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Thresholds } from '../../shared/equipment/thresholds.ts'
import { parsedOnce } from '../parsed-once.ts'
import { readTelemostHosts, telemostHostsPath } from '../telemost/hosts-file.ts'

export interface EquipmentResources {
  readonly thresholds: Thresholds
  readonly telemostUrls: readonly string[]
}

/** Limits and hosts of the check, both data. Rejects where a file is not what it should be. */
export async function readEquipmentResources(resourcesDirectory: string): Promise<EquipmentResources> {
  const limits = await readFile(join(resourcesDirectory, 'equipment/thresholds.json'), 'utf8')
  return {
    thresholds: Thresholds.parse(JSON.parse(limits), parsedOnce),
    telemostUrls: readTelemostHosts(join(resourcesDirectory, telemostHostsPath)).probed.map(host => `https://${host}/`),
  }
}
