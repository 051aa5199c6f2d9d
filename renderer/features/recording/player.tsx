import { Button, Group, Text } from '@mantine/core'
import { IconEye, IconEyeOff, IconMaximize, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Slip } from '../../../shared/recording/slip.ts'
import type { ViewingReason } from '../../../shared/recording/viewing.ts'
import { formatDuration } from '../../../shared/text/duration.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { isInDocument } from './document-cover.ts'
import { MarkerList } from './marker-list.tsx'
import classes from './player.module.css'
import { TimeBar } from './time-bar.tsx'
import { UncoverDialog } from './uncover-dialog.tsx'
import { useBothEars } from './use-both-ears.ts'

interface PlayerProps {
  recordingId: string
  slip: Slip
  /** Why it is opened; null by who held the reception. */
  reason: ViewingReason | null
}

/** The player: own controls, so that the document can be covered and the markers stand on the time bar. */
export function Player({ recordingId, slip, reason }: PlayerProps) {
  const { calls } = useWorkstation()
  const video = useRef<HTMLVideoElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [atMs, setAtMs] = useState(0)
  const [playing, setPlaying] = useState(false)
  const [broken, setBroken] = useState(false)
  const [uncovered, setUncovered] = useState(false)
  // Asking for the address is the logged act of viewing: once for each opening of the panel.
  const address = useQuery({
    queryKey: ['play', recordingId, reason],
    queryFn: () => calls.recordings.play({ recordingId, reason }),
    gcTime: 0,
  })
  const [asking, setAsking] = useState(false)
  const listenWithBothEars = useBothEars(video)
  const covered = !uncovered && isInDocument(slip.documentIntervals, atMs)

  function seek(toMs: number): void {
    const element = video.current
    if (!element) return
    element.currentTime = toMs / 1000
    setAtMs(toMs)
  }

  function toggle(): void {
    const element = video.current
    if (!element) return
    if (element.paused) {
      listenWithBothEars()
      element.play().catch(() => setBroken(true))
    } else {
      element.pause()
    }
  }

  if (address.error) {
    return (
      <QueryFailure title="Запись не воспроизводится" error={address.error} onRetry={() => void address.refetch()} />
    )
  }
  return (
    <>
      <div ref={frame} className={classes.frame}>
        {/* biome-ignore lint/a11y/useMediaCaption: a recording of a talk has no captions */}
        <video
          ref={video}
          className={classes.video}
          src={address.data?.url}
          preload="metadata"
          disablePictureInPicture
          onContextMenu={event => event.preventDefault()}
          onTimeUpdate={event => setAtMs(event.currentTarget.currentTime * 1000)}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onError={() => setBroken(true)}
        />
        {covered && (
          <div className={classes.cover}>
            <Group gap="sm">
              <IconEyeOff aria-hidden />
              <Text>{slip.origin === undefined ? 'Документ в кадре' : 'Где в кадре документ, неизвестно'}</Text>
              <Button
                variant="default"
                leftSection={<IconEye aria-hidden size="1.1em" />}
                onClick={() => {
                  video.current?.pause()
                  setAsking(true)
                }}
              >
                Показать…
              </Button>
              <Text size="xs">Показ будет записан в журнал событий</Text>
            </Group>
          </div>
        )}
      </div>
      {asking && (
        <UncoverDialog
          recordingId={recordingId}
          onClose={() => setAsking(false)}
          onUncovered={() => {
            setAsking(false)
            setUncovered(true)
          }}
        />
      )}
      {broken && <ToneText tone="bad">Видео не воспроизводится. Файл на месте: проверьте его целостность.</ToneText>}
      <TimeBar slip={slip} atMs={atMs} onSeek={seek} />
      <Group gap="sm">
        <Button
          leftSection={
            playing ? <IconPlayerPause aria-hidden size="1.1em" /> : <IconPlayerPlay aria-hidden size="1.1em" />
          }
          disabled={!address.data}
          onClick={toggle}
        >
          {playing ? 'Пауза' : 'Смотреть'}
        </Button>
        <Text aria-label="Место и длина записи">
          {formatDuration(atMs)} / {formatDuration(slip.durationMs)}
        </Text>
        {uncovered && slip.documentIntervals.length > 0 && (
          <Button
            variant="subtle"
            leftSection={<IconEyeOff aria-hidden size="1.1em" />}
            onClick={() => setUncovered(false)}
          >
            Закрыть документ
          </Button>
        )}
        <Button
          variant="subtle"
          ml="auto"
          leftSection={<IconMaximize aria-hidden size="1.1em" />}
          onClick={() => void frame.current?.requestFullscreen()}
        >
          На весь экран
        </Button>
      </Group>
      <MarkerList markers={slip.markers} onSeek={seek} />
    </>
  )
}
