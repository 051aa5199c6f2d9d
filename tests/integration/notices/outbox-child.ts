import { writeSync } from 'node:fs'
import { systemClock } from '../../../electron/clock.ts'
import { openDatabase } from '../../../electron/database/connection.ts'
import { storesOn } from '../../unit/electron/database/fixture.ts'
import { noticesOn } from '../../unit/electron/notices/notices-bench.ts'

/** Child of killed.test.ts: works the outbox of a database off until it is killed, and says when nothing waits any more. */
const [path = '', keyHex = ''] = process.argv.slice(2)
const database = openDatabase({ path, keyHex })
const { care } = await noticesOn(storesOn(database, { ...systemClock, set: () => undefined }))
care.resume()
await care.outbox.idle()
writeSync(1, 'idle\n')
