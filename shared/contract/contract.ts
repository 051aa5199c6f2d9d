import { accounts } from './accounts.ts'
import { applications } from './applications.ts'
import { backup } from './backup.ts'
import { calendar } from './calendar.ts'
import { citizens } from './citizens.ts'
import { day } from './day.ts'
import { equipment } from './equipment.ts'
import { eventLog } from './event-log.ts'
import { grabber } from './grabber.ts'
import { journal } from './journal.ts'
import { mailroom } from './mailroom.ts'
import { notices } from './notices.ts'
import { phrases } from './phrases.ts'
import { receptions } from './receptions.ts'
import { recordings } from './recordings.ts'
import { recovery } from './recovery.ts'
import { rejections } from './rejections.ts'
import { replies } from './replies.ts'
import { rights } from './rights.ts'
import { settings } from './settings.ts'
import { takeover } from './takeover.ts'
import { telemost } from './telemost.ts'
import { workplace } from './workplace.ts'

/** Everything a page can ask of the workstation; one file per feature. */
export const contract = {
  workplace,
  accounts,
  settings,
  eventLog,
  applications,
  calendar,
  receptions,
  day,
  phrases,
  grabber,
  journal,
  citizens,
  recordings,
  backup,
  recovery,
  equipment,
  mailroom,
  notices,
  rejections,
  takeover,
  telemost,
  replies,
  rights,
}
export type Contract = typeof contract
