import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { Slip } from '../../../shared/recording/slip.ts'
import { gapText } from '../../../shared/recording/slip-text.ts'
import { formatDuration } from '../../../shared/text/duration.ts'
import classes from './player.module.css'
import { markerWords } from './recording-words.ts'

const keyStepMs = 5_000

interface TimeBarProps {
  slip: Slip
  atMs: number
  onSeek: (toMs: number) => void
}

/** The whole recording on one line: played part, markers above, document below, gaps hatched. ← → move 5 seconds. */
export function TimeBar({ slip, atMs, onSeek }: TimeBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const lengthMs = Math.max(1, slip.durationMs)
  const percent = (ms: number): string => `${(Math.min(Math.max(ms, 0), lengthMs) / lengthMs) * 100}%`
  const span = (startMs: number, endMs: number) => ({
    insetInlineStart: percent(startMs),
    width: percent(endMs - startMs),
  })

  function seekTo({ clientX, buttons }: PointerEvent): void {
    const box = bar.current?.getBoundingClientRect()
    if (!box || buttons === 0) return
    onSeek(Math.min(1, Math.max(0, (clientX - box.left) / box.width)) * lengthMs)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = { ArrowLeft: atMs - keyStepMs, ArrowRight: atMs + keyStepMs, Home: 0, End: lengthMs }[event.key]
    if (target === undefined) return
    event.preventDefault()
    onSeek(Math.min(lengthMs, Math.max(0, target)))
  }

  return (
    <div
      ref={bar}
      className={classes.bar}
      role="slider"
      tabIndex={0}
      aria-label="Место в записи"
      aria-valuemin={0}
      aria-valuemax={Math.round(lengthMs / 1000)}
      aria-valuenow={Math.round(atMs / 1000)}
      aria-valuetext={`${formatDuration(atMs)} из ${formatDuration(lengthMs)}`}
      onKeyDown={onKeyDown}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        seekTo(event)
      }}
      onPointerMove={seekTo}
    >
      <div className={classes.played} style={{ width: percent(atMs) }} />
      {slip.documentIntervals.map(({ startMs, endMs }) => (
        <div key={startMs} className={classes.document} style={span(startMs, endMs)} title="Документ в кадре" />
      ))}
      {slip.gaps.map(gap => (
        <div key={gap.startMs} className={classes.gap} style={span(gap.startMs, gap.endMs)} title={gapText(gap)} />
      ))}
      {slip.markers.map(marker => (
        <div
          key={`${marker.code} ${marker.atMs}`}
          className={classes.marker}
          style={{ insetInlineStart: percent(marker.atMs) }}
          title={`${formatDuration(marker.atMs)} ${markerWords[marker.code]}`}
        />
      ))}
    </div>
  )
}
