import type { AccountService } from './accounts/account-service.ts'
import type { EventLogService } from './accounts/event-log-service.ts'
import type { AbsenceService } from './applications/absence-service.ts'
import type { ApplicationDesk } from './applications/application-desk.ts'
import type { ApplicationService } from './applications/application-service.ts'
import type { CaseList } from './applications/case-list.ts'
import type { BackupService } from './backup/backup-service.ts'
import type { CalendarService } from './calendar/calendar-service.ts'
import type { CitizenService } from './citizens/citizen-service.ts'
import type { DayService } from './day/day-service.ts'
import type { EquipmentCare } from './equipment/equipment-care.ts'
import type { JournalExportService } from './journal/journal-export-service.ts'
import type { JournalService } from './journal/journal-service.ts'
import type { MailroomCalls } from './mailroom/mailroom-care.ts'
import type { NoticeCalls } from './notices/notices-care.ts'
import type { PhraseService } from './phrases/phrase-service.ts'
import type { EarlierReceptions } from './reception/earlier-receptions.ts'
import type { Moving } from './reception/moving.ts'
import type { ReceptionService } from './reception/reception-service.ts'
import type { Takeover } from './reception/takeover.ts'
import type { GrabberService } from './recording/grabber/grabber-service.ts'
import type { RecordingLibrary } from './recording/recording-library.ts'
import type { RecoveryService } from './recovery/recovery-service.ts'
import type { AnnexTwoPapers } from './rejections/annex-two-papers.ts'
import type { RejectionService } from './rejections/rejection-service.ts'
import type { ReplyService } from './replies/reply-service.ts'
import type { RightsService } from './rights/rights-service.ts'
import type { SettingsService } from './settings/settings-service.ts'
import type { TelemostService } from './telemost/telemost-service.ts'
import type { TermService } from './terms/term-service.ts'
import type { TrustedTime } from './trusted-time/trusted-time.ts'
import type { WorkplaceService } from './workplace/workplace-service.ts'

/** What the contract is answered by; they meet in workstation.ts and know nothing of each other's insides. */
export interface Services {
  readonly workplace: WorkplaceService
  readonly accounts: AccountService
  readonly settings: SettingsService
  readonly eventLog: EventLogService
  readonly applications: ApplicationService
  readonly applicationDesk: ApplicationDesk
  readonly cases: CaseList
  readonly terms: TermService
  readonly calendar: CalendarService
  readonly receptions: ReceptionService
  readonly moving: Moving
  readonly earlierReceptions: EarlierReceptions
  readonly day: DayService
  readonly absences: AbsenceService
  readonly trustedTime: Pick<TrustedTime, 'confirm' | 'doubt'>
  readonly phrases: PhraseService
  readonly grabber: GrabberService
  readonly journal: JournalService
  readonly citizens: CitizenService
  readonly recordings: Pick<RecordingLibrary, 'archive' | 'holds' | 'imports' | 'story'>
  readonly backup: BackupService
  readonly recovery: RecoveryService
  readonly mailroom: MailroomCalls
  readonly notices: NoticeCalls
  readonly rejections: RejectionService & { readonly papers: AnnexTwoPapers }
  readonly journalExport: JournalExportService
  readonly takeover: Takeover
  readonly telemost: TelemostService
  readonly replies: ReplyService
  readonly rights: RightsService
  readonly equipment: EquipmentCare['service']
}
