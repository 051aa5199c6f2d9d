import { Text } from '@mantine/core'
import { zoneNote } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'

/** Which clock the times on this screen are by: «время местное, МСК+4». */
export function LocalZoneNote() {
  const timeZone = useTimeZone()
  const nowMs = useNowMs()
  return nowMs === null ? null : (
    <Text c="dimmed" visibleFrom="lg">
      {zoneNote(nowMs, timeZone)}
    </Text>
  )
}
