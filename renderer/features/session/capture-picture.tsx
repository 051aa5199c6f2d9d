import { Button, Group } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { type HostText, textOn } from '../../../shared/desktop/host.ts'
import type { PreviewSize } from '../../../shared/recording/preview.ts'
import { useHost } from '../../app/desk.tsx'
import { useRecorder } from '../../app/workstation-provider.tsx'
import classes from './capture-picture.module.css'
import { usePreview } from './use-preview.ts'

const emptyPictureTexts: HostText = {
  browser: 'Здесь появится изображение из Телемоста, когда в окне записи будет выбрана его вкладка',
  desktop: 'Здесь появится изображение из Телемоста, когда комната войдёт в запись',
}

interface CapturePictureProps {
  size: PreviewSize
  /** Offers the magnifier (the point under the pointer, twice as large) and a still picture; nothing is saved. */
  closeLook?: boolean
  /** What belongs to the picture, in its other corner. */
  children?: ReactNode
}

/** The picture the recorder captures, as it is written. Telemost itself is in its own window. */
export function CapturePicture({ size, closeLook = false, children }: CapturePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [magnified, setMagnified] = useState(false)
  const [frozen, setFrozen] = useState(false)
  const state = usePreview(canvas, size, frozen)
  const host = useHost()
  const connected = useRecorder()?.connected ?? false

  function follow({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): void {
    if (!magnified) return
    const box = currentTarget.getBoundingClientRect()
    canvas.current?.style.setProperty('--x', `${((clientX - box.left) / box.width) * 100}%`)
    canvas.current?.style.setProperty('--y', `${((clientY - box.top) / box.height) * 100}%`)
  }

  return (
    <div className={classes.frame} onPointerMove={follow}>
      <canvas
        ref={canvas}
        className={classes.canvas}
        data-state={state}
        data-magnified={magnified || undefined}
        role="img"
        aria-label="Изображение из окна Телемоста, как оно записывается"
      />
      {state === 'none' && (
        <p className={classes.message}>{connected ? textOn(host, emptyPictureTexts) : 'Окно записи не открыто'}</p>
      )}
      {children && <div className={classes.corner}>{children}</div>}
      {closeLook && state === 'picture' && (
        <Group className={classes.tools} gap="xs">
          <Button
            variant={frozen ? 'filled' : 'default'}
            aria-pressed={frozen}
            leftSection={
              frozen ? <IconPlayerPlay aria-hidden size="1.1em" /> : <IconPlayerPause aria-hidden size="1.1em" />
            }
            onClick={() => setFrozen(!frozen)}
          >
            {frozen ? 'Кадр остановлен: продолжить' : 'Остановить кадр'}
          </Button>
          <Button
            variant="default"
            aria-pressed={magnified}
            leftSection={magnified ? <IconZoomOut aria-hidden size="1.1em" /> : <IconZoomIn aria-hidden size="1.1em" />}
            onClick={() => setMagnified(!magnified)}
          >
            {magnified ? 'Обычный размер' : 'Увеличить вдвое'}
          </Button>
        </Group>
      )}
    </div>
  )
}
