import { Title } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { FoundRecordings } from '../backup/found-recordings.tsx'
import { DemonstrationRecordings } from './demonstration-recordings.tsx'
import { RecordingList } from './recording-list.tsx'
import { RecordingPanel } from './recording-panel.tsx'
import classes from './recordings.module.css'

/** «Записи»: the list, and the chosen recording with its check and its player. */
export function RecordingsScreen() {
  const { recordingId } = useParams({ strict: false })
  const navigate = useNavigate()
  return (
    <div className={classes.screen}>
      <div className={classes.side}>
        <div>
          <Title order={1} size="h4">
            Записи
          </Title>
          <DemonstrationRecordings />
        </div>
        <RecordingList
          chosenId={recordingId ?? null}
          onChoose={id => void navigate({ to: '/recordings/$recordingId', params: { recordingId: id } })}
        />
      </div>
      <section className={classes.panel} aria-label="Выбранная запись">
        {recordingId === undefined ? (
          <>
            <FoundRecordings />
            <EmptyNote
              title="Запись не выбрана"
              text="Выберите запись в списке: здесь её можно посмотреть и проверить."
            />
          </>
        ) : (
          <RecordingPanel key={recordingId} recordingId={recordingId} />
        )}
      </section>
    </div>
  )
}
