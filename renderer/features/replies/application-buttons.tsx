import { Button, Group } from '@mantine/core'
import type { AnsweredApplication } from '../../../shared/contract/replies.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'

interface ApplicationButtonsProps {
  applications: readonly AnsweredApplication[]
  onChoose: (application: AnsweredApplication) => void
  /** What they are together; without it they belong to the field above. */
  label?: string
}

/** Applications an answer may belong to, each a button: a person chooses. */
export function ApplicationButtons({ applications, onChoose, label }: ApplicationButtonsProps) {
  const timeZone = useTimeZone()
  return (
    <Group gap="xs" {...(label !== undefined && { role: 'group', 'aria-label': label })}>
      {applications.map(application => (
        <Button
          key={application.applicationId}
          size="compact-md"
          variant="default"
          onClick={() => onChoose(application)}
        >
          {application.shortName}, № {application.journalNumber}, {formatDateTime(application.appointedAt, timeZone)}
        </Button>
      ))}
    </Group>
  )
}
