import { Text } from '@mantine/core'
import { IconCircle, IconCircleFilled, type IconProps } from '@tabler/icons-react'
import { formatTimeWithSeconds } from '../../../shared/text/date-time.ts'
import { formatDuration } from '../../../shared/text/duration.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useConnection, useNowMs, useRecorder } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { proofOfRecording, type RecordedTrack } from './proof-of-recording.ts'
import classes from './recording-proof.module.css'

/** «● Запись 02:19 · сохранено по 09:04:18»: lit only by what was found on the disk, and says by what. */
export function RecordingProof({ receptionId, ended }: { receptionId: string; ended: boolean }) {
  const recorder = useRecorder()
  const nowMs = useNowMs()
  const connected = useConnection() === 'open'
  const timeZone = useTimeZone()
  const proof = proofOfRecording(recorder, receptionId, nowMs ?? 0)
  const at = (moment: string) => formatTimeWithSeconds(moment, timeZone)
  if (proof.kind === 'none') {
    return (
      <ToneText tone="quiet" icon={IconCircle}>
        {ended ? 'Запись остановлена' : 'Запись не идёт'}
      </ToneText>
    )
  }
  // Without the workstation nobody here knows: the dot goes out until it answers again.
  const lit = proof.kind !== 'unproven' && connected
  return (
    <div>
      <ToneText tone="bad" size="lg" fw={600} icon={lit ? LitDot : IconCircle}>
        Запись {formatDuration(proof.lengthMs)}
      </ToneText>
      <Text size="sm" c={lit ? 'dimmed' : 'var(--tone-bad)'}>
        {proof.savedUntil === null ? 'ещё ничего не сохранено' : `сохранено по ${at(proof.savedUntil)}`}
        <br />
        {!connected && 'нет связи с программой, ждём подтверждения'}
        {connected && proof.kind === 'proven' && `проверено на диске по ${at(proof.provenUntil)}`}
        {connected && proof.kind === 'growing' && 'первая проверка идёт'}
        {connected && proof.kind === 'unproven' && unprovenText(proof.missing)}
      </Text>
    </div>
  )
}

const missingTexts: Readonly<Record<RecordedTrack, string>> = {
  picture: 'изображения',
  citizen: 'голоса гражданина',
  specialist: 'вашего голоса',
}

const unprovenText = (missing: readonly RecordedTrack[]): string =>
  missing.length === 0
    ? 'запись не подтверждена'
    : `в записи сейчас нет ${missing.map(track => missingTexts[track]).join(' и ')}`

function LitDot(props: IconProps) {
  return <IconCircleFilled {...props} className={classes.dot} />
}
