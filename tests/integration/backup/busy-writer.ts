import { openConnection } from '../../../electron/database/connection.ts'

/** Child of busy-database.test.ts: writes without a pause until it is killed, half a minute at most. */
const [path = '', keyHex = ''] = process.argv.slice(2)
const connection = openConnection({ path, keyHex }, false)
const write = connection.prepare('insert into busy values (?)')
write.run(0)
process.stdout.write('writing\n')
const endsAtMs = performance.now() + 30_000
for (let n = 1; performance.now() < endsAtMs; n += 1) write.run(n)
