import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ImportFacts, importWarningText } from '../../../shared/recording/import.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { SlipWords } from './slip-words.tsx'
import { useImport } from './use-import.ts'

interface ImportDialogProps {
  receptionId: string
  onAccepted: (recordingId: string) => void
  onClose: () => void
}

/** Takes over a file made by Telemost's own recorder (п. 3.6). */
export function ImportDialog({ receptionId, onAccepted, onClose }: ImportDialogProps) {
  const { step, choose, accept, restart } = useImport(receptionId, onAccepted)
  return (
    <InPlacePanel title="Добавить запись из Телемоста" onClose={onClose}>
      <Stack gap="sm">
        {step.name === 'choosing' && <Choosing trouble={step.trouble} onChoose={file => void choose(file)} />}
        {step.name === 'uploading' && (
          <Waiting label={`Файл копируется: ${Math.floor(step.share * 100)} %`} share={step.share} onCancel={restart} />
        )}
        {step.name === 'checking' && (
          <Waiting label="Файл читается целиком и проверяется…" share={null} onCancel={restart} />
        )}
        {(step.name === 'checked' || step.name === 'accepting') && (
          <>
            <CheckedFile facts={step.facts} />
            {step.name === 'checked' && step.trouble !== null && <ToneText tone="bad">{step.trouble}</ToneText>}
            <Group justify="flex-end">
              <Button variant="default" disabled={step.name === 'accepting'} onClick={restart}>
                Выбрать другой файл
              </Button>
              <Button loading={step.name === 'accepting'} onClick={() => void accept(step.facts)}>
                {step.facts.warnings.length === 0 ? 'Добавить к приёму' : 'Добавить, несмотря на предупреждения'}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </InPlacePanel>
  )
}

function Choosing({ trouble, onChoose }: { trouble: string | null; onChoose: (file: File) => void }) {
  return (
    <>
      <Text>
        Файл будет скопирован в хранилище записей без изменений и проверен. В журнале и в списке записей он отмечен «из
        Телемоста». До кнопки «Добавить» ничего не сохраняется.
      </Text>
      {trouble !== null && <ToneText tone="bad">{trouble}</ToneText>}
      <FileButton
        accept="video/mp4,video/webm,video/x-matroska,.mkv"
        onChange={file => {
          if (file) onChoose(file)
        }}
      >
        {props => (
          <Button {...props} leftSection={<IconFileImport aria-hidden size="1.1em" />}>
            Выбрать файл…
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        Подходят файлы WebM, MKV и MP4 до 8 ГБ.
      </Text>
    </>
  )
}

function Waiting({ label, share, onCancel }: { label: string; share: number | null; onCancel: () => void }) {
  return (
    <>
      <Text role="status">{label}</Text>
      <Progress
        value={share === null ? 100 : share * 100}
        animated={share === null}
        aria-label="Ход добавления файла"
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Прервать
        </Button>
      </Group>
    </>
  )
}

function CheckedFile({ facts }: { facts: ImportFacts }) {
  const timeZone = useTimeZone()
  return (
    <>
      <SlipWords slip={facts.slip} />
      {facts.madeAt !== null && <Text>Сделан {formatDateTime(facts.madeAt, timeZone)} (по данным файла)</Text>}
      {facts.warnings.map(warning => (
        <ToneText key={warning} tone="warn">
          {importWarningText(warning)}
        </ToneText>
      ))}
    </>
  )
}
