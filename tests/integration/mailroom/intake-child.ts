import { writeSync } from 'node:fs'
import pino from 'pino'
import { makeAccounts } from '../../../electron/accounts/account-store.ts'
import { systemClock } from '../../../electron/clock.ts'
import { openDatabase } from '../../../electron/database/connection.ts'
import { readLetter } from '../../../electron/letters/read-letter.ts'
import { makeMailroomCare } from '../../../electron/mailroom/mailroom-care.ts'

/** Child of killed-intake.test.ts: the mailroom of a real profile; a line for every letter, before its transaction ends. */
const [order = '{}'] = process.argv.slice(2)
const { path, keyHex } = JSON.parse(order) as { path: string; keyHex: string }
const { read, write } = openDatabase({ path, keyHex })
const { accounts, eventLog } = makeAccounts({ read, write, clock: systemClock })
const care = makeMailroomCare({
  ...{
    read,
    write,
    eventLog,
    clock: systemClock,
    place: accounts.place,
    readLetter: (raw, profiles) => readLetter(raw, profiles, Date.now()),
  },
  announce: tellLook,
  onNewLetter: () => void writeSync(1, 'letter\n'),
  log: pino({ level: 'silent' }),
})
care.start()

/** What became of every letter of the folder, at the end of each look at the whole of it. */
function tellLook(): void {
  const boxes = care.service.mailboxes()
  const state = boxes.ok ? boxes.value[0]?.state : undefined
  if (state?.kind === 'connected' && state.look !== null) writeSync(1, `look ${JSON.stringify(state.look)}\n`)
}
// The sockets of the mailbox keep the process; should all of them close, the next try does.
setInterval(() => undefined, 60_000)
