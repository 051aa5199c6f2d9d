import { writeSync } from 'node:fs'
import { openDatabase } from '../../../electron/database/connection.ts'
import { makeTestClock, registrationOf, storesOn } from '../../unit/electron/database/fixture.ts'

/**
 * Child of kill.test.ts: registers and appends without end, says on its standard output what is committed, and on the
 * named round stops in the middle of a transaction, waiting to be killed.
 */
const [path = '', keyHex = '', stopAt = '0'] = process.argv.slice(2)
const stores = storesOn(openDatabase({ path, keyHex }), makeTestClock('2026-11-20T02:00:00Z'))
const session = stores.accounts.session()
if (!session) throw new Error('the first run is not done')
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

for (let round = 1; ; round += 1) {
  stores.receptions.inTransaction(() => {
    const { receptionId, journalNumber } = stores.applications.create(registrationOf(session))
    const at = '2026-11-20T02:00:00Z'
    const event = { sequence: 0, occurredAt: at, recordedAt: at, authorId: session.account.id, source: 'hand' } as const
    stores.receptions.append(receptionId, { ...event, action: { kind: 'roomOpened' } }, { step: 'waiting' })
    if (round === Number(stopAt)) {
      // More than the page cache holds back: some of it stands in the WAL already, uncommitted.
      stores.database.raw.pragma('cache_size = 10')
      for (let more = 0; more < 200; more += 1) stores.applications.create(registrationOf(session))
      say({ inside: journalNumber })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    }
    return { receptionId, journalNumber }
  })
  say({ committed: round })
}
