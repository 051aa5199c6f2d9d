import { writeSync } from 'node:fs'
import { makeBackup } from '../../../electron/backup/make-backup.ts'

/** Child of killed.test.ts: makes one copy and says when it begins to copy and when it begins to read it again. */
const [order = ''] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)
makeBackup(JSON.parse(order), say)
say('made')
