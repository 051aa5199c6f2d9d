import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readEquipmentResources } from '../../../../electron/equipment/read-resources.ts'
import { readTelemostHosts } from '../../../../electron/telemost/hosts-file.ts'
import { roomHostsFile } from '../../../fixtures/room-rules.ts'

const directory = mkdtempSync(join(tmpdir(), 'hosts-'))
afterAll(() => rmSync(directory, { recursive: true }))

function readProbing(...probed: string[]) {
  const path = join(directory, 'hosts.json')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(roomHostsFile, 'utf8')), probed }))
  return readTelemostHosts(path)
}

test('the equipment check asks seven of the hosts the room may reach', async () => {
  const { telemostUrls } = await readEquipmentResources(join(import.meta.dirname, '../../../../resources'))
  expect(telemostUrls).toEqual([
    'https://telemost.yandex.ru/',
    'https://telemost.360.yandex.ru/',
    'https://telemost.yastatic.net/',
    'https://yastatic.net/',
    'https://passport.yandex.ru/',
    'https://cloud-api.yandex.ru/',
    'https://goloom.strm.yandex.net/',
  ])
})

test('a listed host may be asked', () => {
  expect(readProbing('oauth.yandex.ru').probed).toEqual(['oauth.yandex.ru'])
})

test.each(['evil.example', '*.strm.yandex.net', ''])('«%s» cannot be asked', host =>
  expect(() => readProbing(host)).toThrow(),
)
