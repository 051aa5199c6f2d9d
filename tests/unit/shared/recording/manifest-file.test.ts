import { expect, test } from 'vitest'
import { Manifest } from '../../../../shared/recording/slip.ts'

const id = '0e5a3c1e-6a52-4c8e-9a49-1f6f0f6f7a11'
const manifest = (file: string) => ({
  ...{ format: 1, recordingId: id, receptionId: id, bodyId: id, workplaceId: id, file, byteLength: 1, sha256: 'ab' },
  ...{ startedAt: '2026-11-20T02:02:00Z', stoppedAt: '2026-11-20T02:12:00Z', sealedAt: '2026-11-20T02:13:00Z' },
  ...{ retainUntil: '2028-11-20', parts: [], program: 'p', regulation: 'r', encoder: 'e' },
})

test.each(['mkv', 'webm', 'mp4'])('a paper may name the film by its id and .%s', ending => {
  expect(Manifest.safeParse(manifest(`${id}.${ending}`)).success).toBe(true)
})

test.each([
  '../../../../keys/database.key',
  '/etc/passwd',
  'C:\\profile\\keys\\database.key',
  '..\\..\\keys\\database.key',
  `../${id}.mkv`,
  `sub/${id}.mkv`,
  `/${id}.mkv`,
  `${id}.mkv/../../x.mkv`,
  `${id}.mkv\n`,
  `${id}.mkv\0.key`,
  `${id}.key`,
  `${id}.MKV`,
  `${id}`,
  'manifest.json',
  '',
  '.',
  '0e5a3c1e-6a52-4c8e-9a49-1f6f0f6f7a12.mkv',
])('no other name is believed: %j', file => {
  expect(Manifest.safeParse(manifest(file)).success).toBe(false)
})
