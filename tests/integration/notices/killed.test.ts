import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/database/connection.ts'
import { startSmtp } from '../../fixtures/smtp/smtp-fixture.ts'
import { storesOn } from '../../unit/electron/database/fixture.ts'
import { noticesOn, openNoticesBench, serverAt } from '../../unit/electron/notices/notices-bench.ts'

/** The outbox is a process that is killed again and again while it sends: what arrives, what does not, what twice. */
const noticeCount = 200
const killCount = 10

test(`${noticeCount} notices, killed ${killCount} times: all arrive, the same letter twice only where nobody could know`, async () => {
  const smtp = await startSmtp()
  // A server takes its time to answer: kills fall into that gap too.
  smtp.behaviour.slowMs = 8
  const bench = await openNoticesBench()
  // Of today: a letter that waits over its last day would be written anew, with another Message-ID.
  bench.clock.set(new Date().toISOString())
  await bench.enterServer(serverAt(smtp))
  // Formed alone: nothing goes out before a child looks.
  const formed = Array.from({ length: noticeCount }, (_, index) =>
    bench.form(bench.add({ email: `kanar-${index}@example.ru` }, '2099-01-20T10:00:00+07:00')),
  )
  expect(smtp.letters).toEqual([])
  await bench.care.close()
  bench.database.close()
  const { databasePath, keyHex } = bench.folder

  const start = () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'outbox-child.ts'), databasePath, keyHex], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return { child, idle: once(child.stdout, 'data') }
  }
  for (let kill = 1; kill <= killCount; kill += 1) {
    const { child } = start()
    await smtp.taken(smtp.letters.length + 1 + Math.floor(Math.random() * 14))
    await delay(Math.random() * 40)
    await killed(child)
  }
  const last = start()
  await last.idle
  await ended(last.child)

  // Cut twice: a person is asked, and says «Отправить ещё раз».
  let asked = 0
  for (;;) {
    const database = openDatabase({ path: databasePath, keyHex })
    const { care } = await noticesOn(storesOn(database, bench.clock))
    const failed = care.store.open('failed')
    for (const { id } of failed) {
      expect(care.store.standing(id).kind).toBe('unclear')
      expect(care.service.resend(bench.session, id)).toMatchObject({ ok: true })
    }
    asked += failed.length
    await care.outbox.idle()
    await care.close()
    database.close()
    if (failed.length === 0) break
  }

  const database = openDatabase({ path: databasePath, keyHex })
  const { care } = await noticesOn(storesOn(database, bench.clock))
  const copies = new Map<string, number>()
  for (const { messageId } of smtp.letters) copies.set(messageId, (copies.get(messageId) ?? 0) + 1)
  let cut = 0
  for (const { noticeId, messageId } of formed) {
    expect(care.store.standing(noticeId).kind).toBe('accepted')
    const unclear = care.store.attempts(noticeId).filter(({ outcome }) => outcome === 'unclear').length
    cut += unclear
    const received = copies.get(messageId) ?? 0
    expect(received).toBeGreaterThanOrEqual(1)
    expect(received - 1).toBeLessThanOrEqual(unclear)
  }
  expect([...copies.keys()].sort()).toEqual(formed.map(({ messageId }) => messageId).sort())
  expect(care.store.open()).toEqual([])
  const twice = smtp.letters.length - noticeCount
  console.log(`notices ${noticeCount}, kills ${killCount}, cut tries ${cut}, letters twice ${twice}, asked ${asked}`)
  database.close()
  bench.folder.remove()
  await smtp.stop()
}, 180_000)

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await ended(child)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
