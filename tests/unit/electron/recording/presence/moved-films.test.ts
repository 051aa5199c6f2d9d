import { randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runId } from '../../../../../electron/clock.ts'
import { makeStoreBench, type StoreBench } from './store-bench.ts'

let bench: StoreBench
let film: Awaited<ReturnType<StoreBench['sealed']>>
beforeEach(async () => {
  bench = makeStoreBench()
  film = await bench.sealed('the film')
})
afterEach(() => bench.end())

const below = (...way: string[]) => join(bench.folder.path, ...way)
async function moveTo(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  await rename(film.file, join(directory, film.name))
}
/** The look of the start: where each film is, then where else. */
const look = () => bench.turn()
const stands = () => bench.rowOf(film.recordingId)
const provenNow = { presence: 'here', proven_at: '2026-11-20T02:00:00.000Z' }

describe('found again by its name, its length and its bytes', () => {
  test.each<[string, () => string]>([
    ['in another folder', () => below('спасённое с диска')],
    ['in the root of the store', () => below()],
    ['in a folder of another year and workplace', () => below(randomUUID(), '2027/01', randomUUID())],
    ['eight folders deep', () => below(...'12345678')],
  ])('%s', async (_where, where) => {
    const target = where()
    await moveTo(target)
    await look()
    expect([bench.placeOf(film.recordingId), stands()]).toEqual([target, provenNow])
    expect(bench.lines()).toEqual(['here', 'missing'])
    expect(bench.announced.filter(kind => kind === 'recordingChanged')).toHaveLength(2)
    // From now on it is where it is: the next look finds nothing new.
    expect(bench.presence.open(bench.recordings.byId(film.recordingId) as never)).toMatchObject({ kind: 'here' })
  })

  test('the whole tree moved one folder deeper: all of them, the papers left alone', async () => {
    const other = await bench.sealed('another film')
    await writeFile(join(film.directory, 'manifest.json'), 'as it was')
    await rename(bench.root, below('D'))
    await mkdir(bench.root)
    await rename(below('D'), join(bench.root, 'D'))
    await look()
    for (const { recordingId, directory } of [film, other]) {
      const moved = join(bench.root, 'D', directory.slice(bench.root.length))
      expect([bench.placeOf(recordingId), bench.rowOf(recordingId)]).toEqual([moved, provenNow])
    }
    const papers = join(bench.placeOf(film.recordingId) ?? '', 'manifest.json')
    expect(await readFile(papers, 'utf8')).toBe('as it was')
  })

  test('of another store, and lying in this one: it belongs here from then on', async () => {
    bench.database.raw.prepare('update recording set store_id = ?').run(randomUUID())
    await moveTo(below('перенесено'))
    await look()
    expect(stands()).toEqual(provenNow)
    expect(bench.recordings.byId(film.recordingId)?.storeId).toBe('5a1c7f0e-3b52-4d0c-8a55-0c9b1f4f2a01')
  })

  test('the right one among others of its name', async () => {
    for (const [folder, bytes] of Object.entries({ a: 'not film', c: 'shorter' })) {
      await mkdir(below(folder))
      await writeFile(below(folder, film.name), bytes)
    }
    await moveTo(below('b'))
    await look()
    expect(bench.placeOf(film.recordingId)).toBe(below('b'))
  })
})

describe('never by its name alone', () => {
  const stays = async () => {
    await look()
    expect([bench.placeOf(film.recordingId), stands()]).toMatchObject([film.directory, { presence: 'missing' }])
  }

  test.each([
    ['other bytes of the same length', 'the fiLm'],
    ['another length', 'the film and more'],
    ['nothing', ''],
  ])('%s', async (_what, bytes) => {
    await rm(film.file)
    await mkdir(below('other'))
    await writeFile(below('other', film.name), bytes)
    await stays()
    expect(await readFile(below('other', film.name), 'utf8')).toBe(bytes)
  })

  test('its bytes under another name, and a folder of its name', async () => {
    await moveTo(below('other'))
    await rename(below('other', film.name), below('other', 'film.mkv'))
    await mkdir(below('folder', film.name), { recursive: true })
    await stays()
  })

  test('a link to it, a folder behind a link, and what lies outside of the store', async () => {
    const outside = `${bench.folder.path}-outside`
    await moveTo(outside)
    try {
      await mkdir(below('links'))
      await symlink(join(outside, film.name), below('links', film.name))
      await symlink(outside, below('linked'))
      await stays()
    } finally {
      await rm(outside, { recursive: true })
    }
  })

  test('in the hands of a workstation', async () => {
    await moveTo(below('held'))
    const lock = { workplaceId: randomUUID(), host: 'another', processId: 1, run: runId, beat: 1, atMs: 0 }
    await writeFile(below('held', 'owner.lock'), JSON.stringify({ ...lock, monotonicMs: 0 }))
    await stays()
    await rm(below('held', 'owner.lock'))
    bench.clock.set('2026-11-20T03:00:00Z')
    await look()
    expect(bench.placeOf(film.recordingId)).toBe(below('held'))
  })

  test('a film in its place stays there, whatever copies of it lie about', async () => {
    await cp(dirname(film.file), below('copy'), { recursive: true })
    await look()
    expect([bench.placeOf(film.recordingId), bench.lines()]).toEqual([film.directory, []])
  })
})

describe('within bounds', () => {
  test.each<[string, Parameters<typeof makeStoreBench>[0], string]>([
    ['no deeper than it may', { searchDepth: 3 }, '1/2/3/4'],
    ['among no more names than it may', { searchEntries: 3 }, 'z'],
  ])('%s', async (_what, bounds, way) => {
    const bounded = makeStoreBench(bounds)
    try {
      const one = await bounded.sealed()
      const target = join(bounded.folder.path, way)
      await mkdir(target, { recursive: true })
      for (const name of ['a', 'b', 'c']) await writeFile(join(bounded.folder.path, name), '')
      await rename(one.file, join(target, one.name))
      await bounded.turn()
      expect(bounded.rowOf(one.recordingId)).toMatchObject({ presence: 'missing' })
    } finally {
      await bounded.end()
    }
  })

  test('not while somebody is received: it begins anew afterwards', async () => {
    await moveTo(below('moved'))
    bench.scrub.tick()
    bench.day.receptionOpen = true
    await bench.turn()
    expect(bench.placeOf(film.recordingId)).toBe(film.directory)
    bench.day.receptionOpen = false
    await look()
    expect(bench.placeOf(film.recordingId)).toBe(below('moved'))
  })

  test('a folder that cannot be read is left out', async () => {
    await mkdir(below('closed'), { mode: 0o000 })
    await moveTo(below('moved'))
    await look()
    expect(bench.placeOf(film.recordingId)).toBe(below('moved'))
    expect(await readdir(below('moved'))).toEqual([film.name])
  })
})
