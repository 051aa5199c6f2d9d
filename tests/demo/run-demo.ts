import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { JournalRow } from '../../shared/contract/journal.ts'
import { unwrap } from '../../shared/contract/reply.ts'
import { manifestFileName, slipFileName } from '../../shared/recording/part-log.ts'
import { slipText } from '../../shared/recording/slip-text.ts'
import { EquipmentPage } from '../e2e/pages/equipment-page.ts'
import { firstRun, openDesk } from '../fixtures/desk.ts'
import { startMailServer } from '../fixtures/mail-server/start-mail-server.ts'
import { appoint, citizen, closeAsHeld, openReception, talkUntilConsultation } from '../fixtures/reception-by-hand.ts'
import { sealedRecording } from '../fixtures/sealed-recording.ts'
import { until } from '../fixtures/until.ts'
import { coverageLines } from './coverage-lines.ts'
import { appointFromLetter } from './from-letter.ts'
import { journalCsv } from './journal-csv.ts'
import { journalSheet } from './journal-sheet.ts'

/**
 * `npm run demo -- --out DIR`: one whole reception on real parts, without a display. Media time is real time.
 * `--from-letter` begins with a letter in a real mailbox and ends with the journal as a sheet too.
 */

const { values } = parseArgs({
  options: { out: { type: 'string' }, 'from-letter': { type: 'boolean' } },
  allowPositionals: false,
})
if (!values.out) {
  console.error('npm run demo -- [--from-letter] --out DIR')
  process.exit(2)
}
const out = resolve(values.out)
const talkMs = 20_000
const startedAt = performance.now()
const say = (text: string) =>
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${text}`)

const mail = values['from-letter'] ? await startMailServer() : null
const desk = await openDesk()
try {
  say('workstation started, browser opened')
  await firstRun(desk)
  say('first run filled in, recovery key shown')
  const equipment = new EquipmentPage(desk.page)
  await equipment.go()
  const checkMs = await equipment.check('quick')
  const looked = await desk.client()
  const check = await unwrap(looked.calls.equipment.latest())
  looked.close()
  say(`equipment checked in ${(checkMs / 1000).toFixed(1)} s: ${check?.state}, blocking: ${check?.blocked.length}`)
  await desk.page.getByRole('link', { name: 'Сегодня' }).click()
  const who = mail === null ? citizen.shortName : await appointFromLetter(desk, mail, say)
  if (mail === null) {
    await appoint(desk)
    say(`application of ${who} registered, reception appointed`)
  }
  const reception = await openReception(desk, who)
  say('room opened, recorder armed')
  const connectedAt = performance.now()
  await talkUntilConsultation(reception)
  say('citizen connected, notified and identified; recording')
  await reception.session.note.fill('Просит рассчитать субсидию заново')
  const client = await desk.client()
  await until(
    'the talk is long enough',
    () => performance.now() - connectedAt,
    ms => ms >= talkMs,
    2 * talkMs,
  )
  await closeAsHeld(reception)
  say('talk ended, outcome «held» written to column 7, reception closed')

  const filter = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
  const { rows } = await unwrap(client.calls.journal.list({ filter, offset: 0, limit: 1 }))
  const row = rows[0]
  if (!row?.recordingId) throw new Error('the journal row has no recording')
  const sealed = await sealedRecording({ directory: desk.directory, client: () => client }, row.recordingId)
  say(`sealed and checked: ${sealed.slip.verdict}`)
  await leave(row, sealed)
  console.log(slipText(sealed.slip))
  for (const line of coverageLines(sealed.slip.coverage)) console.log(line)
  console.log(
    `In ${out}: ${sealed.manifest.file}, manifest.json, slip.json, journal.json, journal.csv${mail === null ? '' : ', journal.xlsx'}`,
  )
  client.close()
  process.exitCode = sealed.slip.verdict === 'sound' ? 0 : 1

  async function leave(shown: JournalRow, { directory, file, manifest }: typeof sealed) {
    await mkdir(out, { recursive: true })
    await copyFile(file, join(out, manifest.file))
    for (const name of [manifestFileName, slipFileName]) await copyFile(join(directory, name), join(out, name))
    const journal = { ...shown, retainUntil: manifest.retainUntil }
    await writeFile(join(out, 'journal.json'), `${JSON.stringify(journal, null, 2)}\n`)
    const { columns } = await unwrap(client.calls.journal.columns())
    await writeFile(join(out, 'journal.csv'), journalCsv(columns, [shown]))
    if (mail !== null) await writeFile(join(out, 'journal.xlsx'), await journalSheet(client, shown.receivedOn))
  }
} finally {
  await desk.close()
  await mail?.stop()
}
