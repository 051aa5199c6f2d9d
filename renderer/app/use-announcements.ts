import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWorkstation } from './workstation-provider.tsx'

export interface AnnouncementHandlers {
  /** A reception begins soon; stable between renderings. */
  readonly onEquipmentDue: (receptionId: string) => void
}

/** Follows the announcements while mounted and marks what they name as outdated. */
export function useAnnouncements({ onEquipmentDue }: AnnouncementHandlers): void {
  const workstation = useWorkstation()
  const queryClient = useQueryClient()
  useEffect(() => {
    const { queries } = workstation
    const outdated = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey })
    return workstation.watch({
      onResumed: () => void queryClient.invalidateQueries(),
      onAnnouncement: announcement => {
        switch (announcement.kind) {
          case 'now':
          case 'recorder':
            return
          case 'receptionChanged':
            outdated(queries.day.state.key())
            outdated(queries.applications.key())
            outdated(queries.receptions.earlier.key())
            outdated(queries.equipment.board.key())
            outdated(queries.replies.list.key())
            outdated(queries.receptions.day.key())
            outdated(queries.receptions.open.key())
            outdated(queries.receptions.detail.key({ input: { receptionId: announcement.receptionId } }))
            outdated(queries.recordings.story.key({ input: { receptionId: announcement.receptionId } }))
            return
          case 'deskChanged':
            outdated(queries.accounts.key())
            return
          case 'journalChanged':
            outdated(queries.day.state.key())
            outdated(queries.day.clockDoubt.key())
            outdated(queries.journal.list.key())
            outdated(queries.journal.entry.key())
            outdated(queries.applications.key())
            outdated(queries.receptions.day.key())
            outdated(queries.replies.list.key())
            return
          case 'calendarChanged':
            outdated(queries.calendar.key())
            outdated(queries.applications.key())
            outdated(queries.day.state.key())
            return
          case 'backupChanged':
            outdated(queries.day.state.key())
            outdated(queries.backup.key())
            return
          case 'equipmentDue':
            onEquipmentDue(announcement.receptionId)
            return
          case 'equipmentChanged':
            outdated(queries.equipment.key())
            return
          case 'mailroomChanged':
            outdated(queries.day.state.key())
            outdated(queries.applications.cases.key())
            outdated(queries.applications.case.key())
            outdated(queries.replies.list.key())
            outdated(queries.mailroom.mailboxes.key())
            outdated(queries.mailroom.folder.key())
            return
          case 'rejectionChanged':
            outdated(queries.applications.key())
            outdated(queries.rejections.ofApplication.key({ input: { applicationId: announcement.applicationId } }))
            outdated(queries.day.state.key())
            return
          case 'noticesChanged':
            outdated(queries.notices.key())
            outdated(queries.applications.key())
            outdated(queries.day.state.key())
            return
          case 'demonstrationChanged':
            outdated(queries.workplace.demonstrationRecordings.key())
            return
          case 'recordingChanged':
            outdated(queries.day.state.key())
            outdated(queries.recordings.list.key())
            outdated(queries.recordings.detail.key({ input: { recordingId: announcement.recordingId } }))
            outdated(queries.recordings.viewings.key({ input: { recordingId: announcement.recordingId } }))
            outdated(queries.recordings.story.key())
            outdated(queries.journal.entry.key())
            return
        }
      },
    })
  }, [workstation, queryClient, onEquipmentDue])
}
