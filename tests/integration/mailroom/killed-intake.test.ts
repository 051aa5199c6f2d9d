import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeMailboxStore, originOfMailbox } from '../../../electron/mailroom/mailbox-store.ts'
import { OriginBoundSecret } from '../../../electron/secrets/origin-bound-secret.ts'
import { letterText } from '../../fixtures/mail-server/letter-text.ts'
import { mailServerObstacle, mailUsers, startMailServer } from '../../fixtures/mail-server/start-mail-server.ts'
import { until } from '../../fixtures/until.ts'
import { openStores } from '../../unit/electron/database/fixture.ts'
import { settingsOf } from './mailroom-bench.ts'

const letters = 200
const kills = 12

test('200 letters, the intake killed again and again: nothing lost, nothing twice', async context => {
  const obstacle = mailServerObstacle()
  if (obstacle !== null) return context.skip(obstacle)
  const server = await startMailServer()
  const { database, folder, session, accounts, eventLog, clock, close } = openStores()
  try {
    makeMailboxStore({ write: database.write, place: accounts.place, clock, eventLog }).add(
      {
        ...settingsOf(server),
        secret: new OriginBoundSecret(mailUsers.priem, originOfMailbox(settingsOf(server))),
      },
      session.account.id,
    )
    // While the program is dead and while it reads.
    for (let number = 1; number <= letters / 2; number += 1) await server.deliver(letterText({ number }), 'priem')
    const delivering = (async () => {
      for (let number = letters / 2 + 1; number <= letters; number += 1)
        await server.deliver(letterText({ number }), 'priem')
    })()

    function start() {
      const order = JSON.stringify({ path: folder.databasePath, keyHex: folder.keyHex })
      const child = spawn(process.execPath, [join(import.meta.dirname, 'intake-child.ts'), order], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      return { child, gone: once(child, 'exit') }
    }
    /** Runs the intake; kills it a moment after so many letters, wherever it is then. */
    async function runKilled(killAfter: number): Promise<void> {
      const { child, gone } = start()
      let seen = 0
      for await (const line of createInterface({ input: child.stdout })) {
        if (line === 'letter') seen += 1
        if (seen < killAfter) continue
        await delay(Math.random() * 20)
        child.kill('SIGKILL')
        break
      }
      const [, signal] = await gone
      expect(signal).toBe('SIGKILL')
    }
    const count = (sql: string) => (database.raw.prepare(sql).get() as { n: number }).n
    const stored = () => count('select count(*) as n from letter')
    const sightings = () => count('select count(*) as n from letter_sighting')

    for (let kill = 0; kill < kills; kill += 1) await runKilled(1 + Math.floor(Math.random() * 12))
    const afterKills = stored()
    expect(afterKills).toBeLessThan(letters)
    await delivering
    const last = start()
    const looks: Record<string, number>[] = []
    createInterface({ input: last.child.stdout }).on('line', line => {
      if (line.startsWith('look ')) looks.push(JSON.parse(line.slice('look '.length)))
    })
    try {
      await until('every letter is here', stored, found => found >= letters, 60_000)
      // The last one's sighting is of the same transaction; a letter too many would be of the next.
      await until('every letter was seen', sightings, found => found >= letters, 10_000)
      await until(
        'a look at the whole folder is over',
        () => looks.length,
        told => told > 0,
        30_000,
      )
    } finally {
      last.child.kill('SIGKILL')
      await last.gone
    }
    console.info(`${kills} kills, ${afterKills} of ${letters} letters on disk after the last of them`)

    // Nothing leaves the list uncounted: what the folder showed is stored, known, or skipped with its reason.
    for (const { seen, ...fates } of looks) {
      expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(seen)
      expect(fates).toMatchObject({ earlier: 0, gone: 0, failed: 0 })
    }
    expect(looks.at(-1)?.seen).toBe(letters)
    expect(stored()).toBe(letters)
    expect(count('select count(distinct message_id) as n from letter')).toBe(letters)
    expect(sightings()).toBe(letters)
    expect(count('select count(distinct letter_id) as n from letter_sighting')).toBe(letters)
    expect(count("select count(*) as n from event_log where kind = 'letterTaken'")).toBe(letters)
    expect(eventLog.verifyChain()).toMatchObject({ intact: true })
  } finally {
    close()
    await server.stop()
  }
}, 180_000)
