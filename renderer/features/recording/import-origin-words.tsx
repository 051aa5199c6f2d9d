import { Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ImportOrigin, importWarningText } from '../../../shared/recording/import.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'

/** Says of a recording that another program made it, who brought it and when. */
export function ImportOriginWords({ origin }: { origin: ImportOrigin }) {
  const timeZone = useTimeZone()
  return (
    <div>
      <ToneText tone="info" icon={IconFileImport}>
        Получена из Телемоста: {origin.importedBy}, {formatDateTime(origin.importedAt, timeZone)}
      </ToneText>
      <Text size="sm" c="dimmed">
        Файл «{origin.originalName}» хранится без изменений
        {origin.madeAt === null ? '' : `, сделан ${formatDateTime(origin.madeAt, timeZone)}`}
      </Text>
      {origin.warnings.map(warning => (
        <ToneText key={warning} tone="warn" size="sm">
          {importWarningText(warning)}
        </ToneText>
      ))}
    </div>
  )
}
