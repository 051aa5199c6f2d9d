import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PromisedFilm } from '../../../electron/demonstration/films/film-kind.ts'
import { Manifest, Slip } from '../../../shared/recording/slip.ts'
import { until } from '../../fixtures/until.ts'
import { answered, become, type Demonstration, openDemonstration } from './demonstration-bench.ts'

const at = '2026-11-18T06:30:00Z'
/** What the demonstration shows on purpose once its recordings are there, each once. */
const intended = [
  ...['newLetters', 'noLink', 'notDelivered', 'recordingMissing', 'recordingNotHere', 'recordingNotHere'],
  ...['replyToJudge', 'replyToJudge', 'termOverdue', 'termToday', 'writtenReply'],
]
const progress = ({ calls }: Demonstration) => answered(calls.workplace.demonstrationRecordings())
const allReady = (demonstration: Demonstration) =>
  until(
    'all recordings are made',
    () => progress(demonstration),
    made => made?.ready === made?.total,
    240_000,
  )
/** Answers are read by a thread of their own: until they are, theirs are not among the lines. */
async function showsIntended({ calls }: Demonstration): Promise<void> {
  const { items } = await until(
    'the answers are read',
    () => answered(calls.day.state()),
    day => day.items.filter(({ kind }) => kind === 'replyToJudge').length === 2,
    60_000,
  )
  expect(items.map(({ kind }) => kind).toSorted()).toEqual(intended)
}

test('nine recordings are made behind the screen by the seal; an interruption loses and doubles none', {
  timeout: 600_000,
}, async () => {
  const first = await openDemonstration(at)
  expect(await progress(first)).toEqual({ ready: 0, total: 9 })
  await until(
    'some are made',
    () => progress(first),
    made => (made?.ready ?? 0) >= 2,
    120_000,
  )
  const demonstration = await openDemonstration(at, await first.stop())
  const { calls, profileDirectory } = demonstration
  await become(calls, 'Иванова А. П.')
  try {
    await allReady(demonstration)
    const { rows } = await answered(calls.recordings.list({ offset: 0, limit: 50 }))
    expect(rows).toHaveLength(9)
    const promised = PromisedFilm.array().parse(
      JSON.parse(await readFile(join(profileDirectory, 'demonstration-films.json'), 'utf8')),
    )
    const shown = await Promise.all(
      rows.map(async row => {
        const kind = promised.find(({ receptionId }) => receptionId === row.receptionId)?.kind
        const { slip } = await answered(calls.recordings.detail({ recordingId: row.id }))
        if (!kind || !slip) throw new Error('a recording nobody promised')
        const story = await answered(calls.recordings.story({ receptionId: row.receptionId }))
        return { kind, row, slip, story }
      }),
    )
    const remarksOf = ({ remarks }: Slip) => remarks.map(({ code }) => code).join()
    expect(
      shown
        .map(({ kind, row, slip }) => [kind, row.origin, slip.verdict, row.presence, remarksOf(slip)].join(' '))
        .toSorted(),
    ).toEqual([
      'altered  sound altered ',
      'broken  doubtful here gap',
      'citizenSilent  doubtful here citizenSilent',
      'documentShown  sound here ',
      'imported telemost sound here ',
      'missing  sound missing ',
      'overtime  sound here ',
      'whole  sound here ',
      'whole  sound here ',
    ])
    // The journal tells the same minutes, and how long each is kept.
    for (const { kind, row, slip, story } of shown) {
      const { connectedAt, endedAt } = story
      if (connectedAt === null || endedAt === null) throw new Error('recorded, and never held')
      const talkMs = Date.parse(endedAt) - Date.parse(connectedAt)
      expect(Math.abs(slip.durationMs - talkMs), kind).toBeLessThan(500)
      expect(row.startedAt, kind).toBe(connectedAt)
      if (kind === 'overtime') expect(talkMs).toBeGreaterThan(15 * 60_000)
      else expect(talkMs / 1000).toBeGreaterThan(30)
      if (kind !== 'overtime') expect(talkMs / 1000).toBeLessThan(90)
      const [year] = row.startedAt.split('-')
      expect(row.retainUntil.slice(0, 4)).toBe(String(Number(year) + 2))
    }
    const broken = shown.find(({ kind }) => kind === 'broken')
    expect(broken?.slip.gaps).toMatchObject([{ cause: 'recorderLost' }])

    // Found by reading, and found again by whoever asks.
    const [altered, missing] = (['altered', 'missing'] as const).map(
      kind => shown.find(one => one.kind === kind)?.row.id,
    )
    expect(await calls.recordings.verify({ recordingId: altered ?? '' })).toMatchObject({ value: { intact: false } })
    expect(await calls.recordings.verify({ recordingId: missing ?? '' })).toMatchObject({
      fault: { code: 'fileMissing' },
    })
    const whole = shown.find(({ kind }) => kind === 'whole')?.row.id ?? ''
    expect(await calls.recordings.verify({ recordingId: whole })).toMatchObject({ value: { intact: true } })

    await showsIntended(demonstration)
    await everyFolderIsSealed(join(profileDirectory, 'recordings'))
  } catch (error) {
    await demonstration.close()
    throw error
  }

  // A later start makes nothing and loses nothing.
  const later = await openDemonstration(at, await demonstration.stop())
  try {
    await become(later.calls, 'Иванова А. П.')
    await allReady(later)
    expect((await answered(later.calls.recordings.list({ offset: 0, limit: 50 }))).total).toBe(9)
    await showsIntended(later)
    console.log(`first start ${Math.round(first.startMs)} ms, a later one ${Math.round(later.startMs)} ms`)
  } finally {
    await later.close()
  }
})

/** Nothing raw, nothing half: each folder has its papers, and they are of the form the seal writes. */
async function everyFolderIsSealed(root: string): Promise<void> {
  const names = await readdir(root, { recursive: true })
  expect(names.filter(name => /part-\d+\.webm$|\.demonstration|incoming.|owner\.lock/.test(name))).toEqual([])
  const papers = names.filter(name => name.endsWith('manifest.json'))
  expect(papers).toHaveLength(9)
  for (const name of papers) {
    const manifest = Manifest.parse(JSON.parse(await readFile(join(root, name), 'utf8')))
    const slip = Slip.parse(JSON.parse(await readFile(join(root, name, '../slip.json'), 'utf8')))
    expect(slip.sha256).toBe(manifest.sha256)
  }
}
