import { migration0001 } from './0001-people.ts'
import { migration0002 } from './0002-event-log.ts'
import { migration0003 } from './0003-applications.ts'
import { migration0004 } from './0004-receptions.ts'
import { migration0005 } from './0005-recordings.ts'
import { migration0006 } from './0006-sign-in.ts'
import { migration0007 } from './0007-holds-and-imports.ts'
import { migration0008 } from './0008-journal-corrections.ts'
import { migration0009 } from './0009-day.ts'
import { migration0010 } from './0010-backups.ts'
import { migration0011 } from './0011-phrases.ts'
import { migration0012 } from './0012-equipment.ts'
import { migration0013 } from './0013-calendar.ts'
import { migration0014 } from './0014-letters.ts'
import { migration0015 } from './0015-decisions.ts'
import { migration0016 } from './0016-notices.ts'
import { migration0017 } from './0017-rejections.ts'
import { migration0018 } from './0018-confirmations.ts'
import { migration0019 } from './0019-rights.ts'
import { migration0020 } from './0020-recording-evidence.ts'
import { migration0021 } from './0021-presence.ts'
import { migration0022 } from './0022-trusted-time.ts'
import { migration0023 } from './0023-recording-store.ts'
import { migration0024 } from './0024-kept-readings.ts'
import { migration0025 } from './0025-receipts.ts'
import { migration0026 } from './0026-answers-taken-back.ts'
import { migration0027 } from './0027-annulments.ts'
import { migration0028 } from './0028-secrets-and-notes.ts'
import { migration0029 } from './0029-absences-and-requests.ts'
import { migration0030 } from './0030-phrase-topics.ts'
import { migration0031 } from './0031-links-sent-again.ts'
import { migration0032 } from './0032-cancellations-told.ts'
import { migration0033 } from './0033-letters-searched.ts'
import type { Migration } from './migration.ts'

/** Every step in order; the file name's number is the version of the schema after it. */
export const allMigrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0018,
  migration0019,
  migration0020,
  migration0021,
  migration0022,
  migration0023,
  migration0024,
  migration0025,
  migration0026,
  migration0027,
  migration0028,
  migration0029,
  migration0030,
  migration0031,
  migration0032,
  migration0033,
]
