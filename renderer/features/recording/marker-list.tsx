import { Button, Text } from '@mantine/core'
import type { Marker } from '../../../shared/recording/slip.ts'
import { formatDuration } from '../../../shared/text/duration.ts'
import classes from './player.module.css'
import { markerWords } from './recording-words.ts'

/** The markers as a list; a press jumps there. */
export function MarkerList({ markers, onSeek }: { markers: readonly Marker[]; onSeek: (toMs: number) => void }) {
  if (markers.length === 0) return <Text c="dimmed">Отметок в записи нет</Text>
  return (
    <ul className={classes.markers} aria-label="Отметки в записи">
      {markers.map(marker => (
        <li key={`${marker.code} ${marker.atMs}`}>
          <Button
            size="compact-md"
            variant="subtle"
            fullWidth
            justify="flex-start"
            leftSection={<span>{formatDuration(marker.atMs)}</span>}
            onClick={() => onSeek(marker.atMs)}
          >
            {markerWords[marker.code]}
          </Button>
        </li>
      ))}
    </ul>
  )
}
