import { randomUUID } from 'node:crypto'
import { EquipmentCheck } from '../../../shared/contract/equipment.ts'

/** A finished check with one line of each state. */
export const madeCheck = (): EquipmentCheck =>
  EquipmentCheck.parse({
    id: randomUUID(),
    kind: 'full',
    receptionId: null,
    startedAt: '2026-11-20T01:40:00Z',
    finishedAt: '2026-11-20T01:41:00Z',
    by: 'Иванова А. П.',
    state: 'warning',
    blocked: [],
    results: [],
    decisions: [],
    devices: { camera: null, microphone: { label: 'Микрофон =1+1', groupId: '' }, speaker: null },
    versions: { program: '0.1.0', browser: 'Chromium 140', ffmpeg: '7.1', system: 'Linux' },
  })
