import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EquipmentOffice, makeEquipmentOffice } from '../../../../electron/equipment/equipment-office.ts'
import { makeMorningBoard } from '../../../../electron/equipment/morning-board.ts'
import { makePassportStore } from '../../../../electron/equipment/passport-store.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { judgeFigure } from '../../../../shared/equipment/thresholds.ts'
import { thresholds } from '../../shared/equipment/bench.ts'
import { registrationOf } from '../database/fixture.ts'
import { readZip } from '../documents/read-zip.ts'
import { type EquipmentBench, openEquipmentBench } from './bench.ts'

let bench: EquipmentBench
let office: EquipmentOffice
beforeEach(async () => {
  bench = await openEquipmentBench()
  const { database, accounts, clock } = bench.stores
  const passports = makePassportStore({ ...database, place: accounts.place, clock })
  const board = makeMorningBoard({ ...database, store: bench.store, place: accounts.place, clock })
  office = makeEquipmentOffice({ store: bench.store, passports, board, clock })
})
afterEach(() => bench.stores.close())

function checkWithNoise(day: number, figure: number, receptionId: string | null = null) {
  const { clock, session } = bench.stores
  clock.set(`2026-11-${String(day).padStart(2, '0')}T01:30:00Z`)
  bench.store.add({
    ...{ id: randomUUID(), kind: 'quick', receptionId, authorId: session.account.id },
    startedAt: new Date(clock.nowMs()).toISOString(),
    results: [judgeFigure(thresholds, 'microphoneNoise', figure)],
    devices: { camera: null, microphone: { label: 'Jabra', groupId: 'g' }, speaker: null },
    versions: { program: '0.1.0', browser: 'Chromium', ffmpeg: '7.1', system: 'Linux 6' },
  })
}

test('drift and trends of the last thirty days', async () => {
  for (const [index, figure] of [-47, -46, -48, -47, -47, -38, -38].entries()) checkWithNoise(10 + index, figure)
  const { drifts, series } = await unwrap(office.trends())
  expect(drifts).toMatchObject([{ code: 'microphoneNoise', usual: -47, now: -38 }])
  expect(series[0]?.points).toHaveLength(7)
})

test('the passport: the latest is what is so, the earlier ones stay', async () => {
  const { session, database } = bench.stores
  const passport = { inventoryNumber: '101-3', room: '12', owner: 'ЦСВиИ', nearby: 'Кузнецов П. А.' }
  expect(await unwrap(office.passport())).toBeNull()
  office.savePassport(session, passport)
  office.savePassport(session, { ...passport, room: '14' })
  expect(await unwrap(office.passport())).toEqual({ ...passport, room: '14' })
  expect(database.raw.prepare('select count(*) as rows from workplace_passport').get()).toEqual({ rows: 2 })
})

test('report and bundle hold figures and devices; no citizen, no reception, no name of a person', async () => {
  const { session, applications } = bench.stores
  const { receptionId } = applications.create(registrationOf(session))
  checkWithNoise(20, -40, receptionId)
  const report = await unwrap(office.report(session))
  expect(report.name).toBe('proverki-oborudovaniya_2026-11-20')
  const sheets = readZip(Buffer.from(report.base64, 'base64'))
  expect(sheets.get('xl/worksheets/sheet2.xml')).toContain('<v>-40</v>')
  const { files } = await unwrap(office.bundlePreview(session))
  const bundle = await unwrap(office.bundle(session))
  const zipped = readZip(Buffer.from(bundle.base64, 'base64'))
  expect([...zipped]).toEqual(files.map(({ name, text }) => [name, text]))
  const everything = [...sheets.values(), ...zipped.values()].join('\n')
  for (const secret of ['Петров', receptionId, '417763', '555-01-02']) expect(everything).not.toContain(secret)
  expect([...zipped.values()].join('\n')).not.toContain('Иванова')
})
