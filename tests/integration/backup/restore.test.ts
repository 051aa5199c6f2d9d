import { createHash, randomUUID } from 'node:crypto'
import { cp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { RecoveryState } from '../../../shared/contract/recovery.ts'
import { startEmptyPhrase } from '../../../shared/contract/recovery.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { sealedFileName } from '../../../shared/recording/part-log.ts'
import { localDate } from '../../../shared/text/date-time.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { until } from '../../fixtures/until.ts'
import { putRecording } from './recording-on-disk.ts'
import { type BackupWorkplace, openWorkplace } from './workplace.ts'

let opened: BackupWorkplace[] = []
afterEach(async () => {
  for (const workplace of opened) await workplace.close()
  opened = []
})
async function workplaceWith(count: number, options?: { firstRun: boolean }): Promise<BackupWorkplace> {
  const workplace = await openWorkplace(options)
  opened.push(workplace)
  if (count > 0) await workplace.register(count)
  return workplace
}

/** Waits for the copy the workstation makes by itself; answers its folder. */
async function nightlyCopy(workplace: BackupWorkplace): Promise<string> {
  await workplace.chooseFolder(workplace.backupDirectory)
  await until(
    'a copy is made by itself',
    () => unwrap(workplace.client().calls.backup.status()),
    status => status.health === 'good' && status.lastMadeAt !== null,
  )
  const [folder = ''] = await readdir(workplace.backupDirectory)
  const [name = ''] = await readdir(join(workplace.backupDirectory, folder))
  return join(workplace.backupDirectory, folder, name)
}

async function tear(path: string, at = 0): Promise<void> {
  const file = await open(path, 'r+')
  await file.write(Buffer.alloc(512, 0xaa), 0, 512, at)
  await file.close()
}

async function problemOf(workplace: BackupWorkplace): Promise<RecoveryState> {
  const state = await unwrap(workplace.client().calls.recovery.state())
  if (!state) throw new Error('the workstation works on its database')
  return state
}

/** Signs in, as after every restart, and counts. */
async function receptionsOf(workplace: BackupWorkplace): Promise<number> {
  await workplace.signIn('specialist')
  const filter = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
  return (await unwrap(workplace.client().calls.journal.list({ filter, offset: 0, limit: 100 }))).total
}

test('a torn database is recognised, kept, and the copy takes its place; recordings made since are found and wait for a person', async () => {
  const workplace = await workplaceWith(2)
  const copy = await nightlyCopy(workplace)
  // After the copy: one reception more, with a recording, and one of a reception the copy knows.
  const rows = await unwrap(workplace.client().calls.receptions.day({ date: today() }))
  const known = rows.receptions[0]?.id ?? ''
  await workplace.register(1)
  const { profileDirectory } = workplace
  const workplaceId = (await unwrap(workplace.client().calls.accounts.session()))?.workplace.id ?? ''
  const ofKnown = await putRecording({ profileDirectory, workplaceId, receptionId: known, sealed: true })
  const ofUnknown = await putRecording({ profileDirectory, workplaceId, receptionId: randomUUID(), sealed: true })
  const unsealed = await putRecording({ profileDirectory, workplaceId, receptionId: randomUUID(), sealed: false })
  const forged = await putRecording({ profileDirectory, workplaceId, receptionId: known, sealed: true })
  await changeByte(forged)
  await workplace.supervisor().stop()
  await tear(workplace.databasePath)
  const torn = await readFile(workplace.databasePath)

  await workplace.start()
  const state = await problemOf(workplace)
  expect(state).toMatchObject({ problem: 'notReadable', hasRecoveryFile: true, restoreFailure: null })
  expect(state.backups).toMatchObject([{ receptions: 2, opensHere: true, hasRecoveryKey: true, chainIntact: true }])
  // Nothing else is answered, and nothing was touched.
  const { calls } = workplace.client()
  await expect(calls.accounts.session()).rejects.toThrow()
  expect(await readFile(workplace.databasePath)).toEqual(torn)
  const report = await unwrap(calls.recovery.report())
  expect(report.text).toContain('notReadable')
  expect(report.text).not.toMatch(/Иванова|Петров|\/tmp/)

  const { directory, backups } = state
  const name = backups[0]?.name ?? ''
  await unwrap(calls.recovery.restore({ directory: directory ?? '', name, recoveryKey: null, evenIfNotProven: false }))
  await until(
    'the workstation works again',
    () => stateAfterRestart(workplace),
    found => found === null,
  )
  expect(await receptionsOf(workplace)).toBe(2)
  const aside = (await readdir(profileDirectory)).find(file => /^workstation\.aside-.*\.db$/.test(file)) ?? ''
  expect(await readFile(join(profileDirectory, aside))).toEqual(torn)
  // The copy itself is where it was.
  expect((await stat(join(copy, 'workstation.db'))).size).toBeGreaterThan(0)

  const foundNow = () => unwrap(workplace.client().calls.backup.foundRecordings())
  const found = await until('recordings without a row are found', foundNow, list => list.length === 4)
  expect(found.find(one => one.recordingId === unsealed.recordingId)).toMatchObject({
    ...{ retainUntil: '2028-11-20', startedAt: '2026-11-20T02:00:00.000Z', sha256: null, journalNumber: null },
  })
  // Nothing enters the journal by itself, nothing foreign is sealed.
  const { recordingId } = ofKnown
  expect(await workplace.client().calls.recordings.detail({ recordingId })).toMatchObject({ ok: false })
  expect(await readdir(unsealed.directory)).toContain('part-001.webm')

  // A head decides.
  await unwrap(workplace.client().calls.accounts.signOut())
  await workplace.signIn('head')
  const head = workplace.client().calls
  const { items } = await unwrap(head.day.state())
  expect(items.find(({ kind }) => kind === 'recordingFound')).toMatchObject({ count: 4 })
  const adopt = (one: { recordingId: string }) =>
    head.backup.adoptRecording({ recordingId: one.recordingId, reason: 'записана после копии' })
  expect(await adopt(ofUnknown)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  expect(await adopt(forged)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  await unwrap(adopt(ofKnown))
  expect(await adopt(ofKnown)).toMatchObject({ ok: false, fault: { code: 'stale' } })
  expect((await unwrap(head.recordings.detail({ recordingId }))).card).toMatchObject({
    state: 'sealed',
    receptionId: known,
  })
  expect(await unwrap(head.recordings.verify({ recordingId }))).toMatchObject({ intact: true })

  // A changed byte stays one, whatever the paper beside it says from then on.
  await changeByte(ofKnown)
  await rewriteManifest(ofKnown)
  expect(await unwrap(head.recordings.verify({ recordingId }))).toMatchObject({ intact: false })
})

const filmOf = ({ directory, recordingId }: { directory: string; recordingId: string }) =>
  join(directory, sealedFileName(recordingId))

async function changeByte(recording: { directory: string; recordingId: string }): Promise<void> {
  const film = await readFile(filmOf(recording))
  const middle = Math.floor(film.length / 2)
  film[middle] = (film[middle] ?? 0) ^ 1
  await writeFile(filmOf(recording), film)
}

/** As somebody would who wants the change to go unseen. */
async function rewriteManifest(recording: { directory: string; recordingId: string }): Promise<void> {
  const path = join(recording.directory, 'manifest.json')
  const sha256 = createHash('sha256')
    .update(await readFile(filmOf(recording)))
    .digest('hex')
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), sha256 }))
}

const untilOnTheCopy = (other: BackupWorkplace): Promise<boolean> =>
  until(
    'the other computer works on the copy',
    async () => {
      await stateAfterRestart(other)
      // The one that answered may be the former one, on its way out.
      return unwrap(other.client().calls.accounts.entry()).then(
        ({ firstRunDone }) => firstRunDone,
        () => false,
      )
    },
    done => done,
  )

test('another computer: an empty profile, a copy and the recovery key give the workplace back', async () => {
  const former = await workplaceWith(3)
  await nightlyCopy(former)
  const other = await workplaceWith(0, { firstRun: false })
  const { calls } = other.client()
  const { directory, backups } = await unwrap(calls.recovery.look({ directory: former.backupDirectory }))
  const [copy] = backups
  expect(copy).toMatchObject({ receptions: 3, opensHere: false, hasRecoveryKey: true })
  const name = copy?.name ?? ''
  const attempt = (recoveryKey: string | null) =>
    calls.recovery.restore({ directory, name, recoveryKey, evenIfNotProven: false })
  expect(await attempt(null)).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  expect(await attempt('AAAA-BBBB')).toMatchObject({ ok: false, fault: { code: 'badInput' } })
  await unwrap(attempt(former.recoveryKey()))
  await untilOnTheCopy(other)
  expect(await receptionsOf(other)).toBe(3)
  expect(await unwrap(other.client().calls.backup.status())).toMatchObject({ health: 'notSet' })
  // A later start needs nothing typed.
  await other.supervisor().stop()
  await other.start()
  expect(await receptionsOf(other)).toBe(3)
})

test('another computer and another disk: the films come after the copy, into any folder, and each opens by its id and hash', async () => {
  const former = await workplaceWith(2)
  const { receptions } = await unwrap(former.client().calls.receptions.day({ date: today() }))
  const workplaceId = (await unwrap(former.client().calls.accounts.session()))?.workplace.id ?? ''
  const { profileDirectory } = former
  const put = await Promise.all(
    receptions.map(({ id }) => putRecording({ profileDirectory, workplaceId, receptionId: id, sealed: true })),
  )
  const [moved, forged] = put
  if (!moved || !forged) throw new Error('two receptions were registered')
  await former.supervisor().stop()
  await former.start()
  await former.signIn('head')
  for (const { recordingId } of put) {
    await until(
      'it is found and taken into the journal',
      () => former.client().calls.backup.adoptRecording({ recordingId, reason: 'записи прежнего рабочего места' }),
      answer => answer.ok,
    )
  }
  await nightlyCopy(former)
  const recoveryKey = former.recoveryKey()
  await former.supervisor().stop()

  const other = await workplaceWith(0, { firstRun: false })
  const { calls } = other.client()
  const { directory, backups } = await unwrap(calls.recovery.look({ directory: former.backupDirectory }))
  await unwrap(calls.recovery.restore({ directory, name: backups[0]?.name ?? '', recoveryKey, evenIfNotProven: false }))
  await untilOnTheCopy(other)
  await other.signIn('head')
  const presenceOf = async ({ recordingId }: { recordingId: string }) =>
    (await unwrap(other.client().calls.recordings.detail({ recordingId }))).card.presence
  // Nothing is called whole whose film nobody has seen here.
  for (const one of put) {
    await until(
      'it is told that the film is not here',
      () => presenceOf(one),
      presence => presence === 'missing' || presence === 'elsewhere',
    )
    expect(
      await other.client().calls.recordings.play({ recordingId: one.recordingId, reason: 'control' }),
    ).toMatchObject({ ok: false })
  }

  // Somebody brings the films by hand, each into a folder of his own choice; one of them is not the film any more.
  await changeByte(forged)
  const disk = join(other.profileDirectory, 'recordings', 'с прежнего диска', 'ноябрь')
  for (const { directory: from, recordingId } of put) await cp(from, join(disk, recordingId), { recursive: true })
  await rm(profileDirectory, { recursive: true })
  await other.supervisor().stop()
  await other.start()
  await other.signIn('head')
  await until(
    'the film is found by its name, length and hash',
    () => presenceOf(moved),
    presence => presence === 'here',
  )
  const { recordings } = other.client().calls
  const { recordingId } = moved
  expect(await unwrap(recordings.verify({ recordingId }))).toMatchObject({ intact: true })
  const { url } = await unwrap(recordings.play({ recordingId, reason: 'control' }))
  const { origin } = other.supervisor()
  const played = await fetch(new URL(url, origin), { headers: { cookie: other.client().cookie, origin } })
  expect(played.ok).toBe(true)
  expect(Buffer.from(await played.arrayBuffer())).toEqual(
    await readFile(filmOf({ ...moved, directory: join(disk, recordingId) })),
  )
  // A film of the same name and length with another byte is nobody's.
  expect(await presenceOf(forged)).not.toBe('here')
  expect(await recordings.play({ recordingId: forged.recordingId, reason: 'control' })).toMatchObject({ ok: false })
})

test('the key of this computer is gone: the recovery key gives it back, a wrong one changes nothing', async () => {
  const workplace = await workplaceWith(1)
  await workplace.supervisor().stop()
  const keyPath = join(workplace.profileDirectory, 'keys/database.key')
  await rename(keyPath, `${keyPath}.gone`)
  await workplace.start()
  expect((await problemOf(workplace)).problem).toBe('keyMissing')
  const { calls } = workplace.client()
  const mistyped = workplace.recoveryKey().replace(/.$/, letter => (letter === 'A' ? 'B' : 'A'))
  expect(await calls.recovery.unlock({ recoveryKey: mistyped })).toMatchObject({
    ok: false,
    fault: { code: 'badInput' },
  })
  await unwrap(calls.recovery.unlock({ recoveryKey: workplace.recoveryKey().toLowerCase() }))
  await until(
    'it works again',
    () => stateAfterRestart(workplace),
    state => state === null,
  )
  expect(await receptionsOf(workplace)).toBe(1)
  expect((await stat(keyPath)).mode & 0o777).toBe(0o600)
})

test('the file is gone while its keys are there: never replaced by an empty one without a word', async () => {
  const workplace = await workplaceWith(1)
  await workplace.supervisor().stop()
  for (const ending of ['', '-wal', '-shm']) await rm(`${workplace.databasePath}${ending}`, { force: true })
  await workplace.start()
  expect((await problemOf(workplace)).problem).toBe('missing')
  const { calls } = workplace.client()
  expect(await calls.recovery.startEmpty({ phrase: 'да' })).toMatchObject({ ok: false, fault: { code: 'badInput' } })
  expect(await calls.recovery.goOn()).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  await unwrap(calls.recovery.startEmpty({ phrase: ` ${startEmptyPhrase.toUpperCase()} ` }))
  await until(
    'a first run is asked for',
    () => stateAfterRestart(workplace),
    state => state === null,
  )
  expect(await unwrap(workplace.client().calls.accounts.entry())).toMatchObject({ firstRunDone: false })
})

test('garbage for the last changes: said, set aside on demand, and the rest goes on', async () => {
  const workplace = await workplaceWith(2)
  await workplace.supervisor().stop()
  await writeFile(`${workplace.databasePath}-wal`, Buffer.alloc(9000, 0x5a))
  await workplace.start()
  expect((await problemOf(workplace)).problem).toBe('walDamaged')
  await unwrap(workplace.client().calls.recovery.goOn())
  await until(
    'it works again',
    () => stateAfterRestart(workplace),
    state => state === null,
  )
  expect(await receptionsOf(workplace)).toBe(2)
  expect((await readdir(workplace.profileDirectory)).some(file => /aside-.*\.db-wal$/.test(file))).toBe(true)
})

test('the administrator makes, checks and restores a copy; the specialist learns only that all is well', async () => {
  const workplace = await workplaceWith(1)
  await nightlyCopy(workplace)
  expect(await unwrap(workplace.client().calls.backup.status())).toMatchObject({ health: 'good', details: null })
  expect(await workplace.client().calls.backup.make()).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })

  await unwrap(workplace.client().calls.accounts.signOut())
  await workplace.signIn('administrator')
  const { calls } = workplace.client()
  const gone = { directory: join(workplace.directory, 'gone'), hour: 3 }
  expect(await calls.backup.choose(gone)).toMatchObject({
    ok: false,
    fault: { fields: { directory: expect.any(String) } },
  })
  await unwrap(calls.backup.choose({ directory: workplace.backupDirectory, hour: 22 }))
  const card = await unwrap(calls.backup.make())
  expect(card).toMatchObject({ reason: 'asked', receptions: 1, chainIntact: true })
  expect(await unwrap(calls.backup.verify({ name: card.name }))).toMatchObject({
    ...{ intact: true, chainIntact: true, signature: 'signed' },
  })
  expect((await unwrap(calls.backup.list()))[0]).toEqual(card)

  await unwrap(calls.accounts.signOut())
  await workplace.signIn('specialist')
  await workplace.register(2)
  await unwrap(calls.accounts.signOut())
  await workplace.signIn('administrator')
  const preview = await unwrap(calls.backup.restorePreview({ name: card.name }))
  expect(preview).toMatchObject({ receptionsNow: 3, card: { receptions: 1 } })
  expect(preview.eventLinesSince).toBeGreaterThan(4)
  const leaving = workplace.supervisor().workstationPid()
  await unwrap(calls.backup.restore({ name: card.name }))
  await until(
    'the workplace works on the copy, nobody signed in',
    async () => {
      // The one that leaves lets nobody act either, and takes the next call with it.
      if (workplace.supervisor().workstationPid() === leaving) return null
      await stateAfterRestart(workplace)
      // Its socket closes while the workstation restarts.
      return workplace
        .client()
        .calls.backup.status()
        .catch(() => null)
    },
    status => status !== null && !status.ok && status.fault.code === 'notAllowed',
  )
  expect(await receptionsOf(workplace)).toBe(1)
  await unwrap(workplace.client().calls.accounts.signOut())
  await workplace.signIn('administrator')
  const { details } = await unwrap(workplace.client().calls.backup.status())
  expect(details).toMatchObject({ restored: { name: card.name }, hour: 22, directory: workplace.backupDirectory })
})

test('a copy that is torn is not restored, and the workstation neither loops nor dies', async () => {
  const workplace = await workplaceWith(1)
  const copy = await nightlyCopy(workplace)
  await workplace.supervisor().stop()
  await tear(workplace.databasePath)
  await tear(join(copy, 'workstation.db'), 20 * 4096)
  await workplace.start()
  const { directory, backups } = await problemOf(workplace)
  const asked = { directory: directory ?? '', name: backups[0]?.name ?? '', recoveryKey: null, evenIfNotProven: false }
  expect(await workplace.client().calls.recovery.restore(asked)).toMatchObject({
    ok: false,
    fault: { code: 'refusedByRule' },
  })
  const log = await readFile(join(workplace.profileDirectory, 'logs/supervisor.log'), 'utf8')
  expect(log).not.toContain('workstation died')
  expect((await problemOf(workplace)).problem).toBe('notReadable')
})

async function stateAfterRestart(workplace: BackupWorkplace): Promise<RecoveryState | null | 'restarting'> {
  try {
    await workplace.reconnect()
    return await unwrap(workplace.client().calls.recovery.state())
  } catch {
    return 'restarting'
  }
}

const today = (): string => localDate(Date.now(), timeZone)
