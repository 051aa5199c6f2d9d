import { levelShare, levelWord } from './level.ts'
import classes from './level-meter.module.css'

/** A voice: bar and word; `null` = switched off. */
export function LevelMeter({ label, levelDb }: { label: string; levelDb: number | null }) {
  const share = levelDb === null ? 0 : levelShare(levelDb)
  const word = levelDb === null ? 'выкл.' : levelWord(levelDb)
  return (
    <div className={classes.meter}>
      <span>{label}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot be drawn by the theme */}
      <div
        className={classes.track}
        role="meter"
        aria-label={`Уровень: ${label}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={word}
      >
        <div className={classes.level} style={{ transform: `scaleX(${share})` }} />
      </div>
      <span className={classes.word}>{word}</span>
    </div>
  )
}
