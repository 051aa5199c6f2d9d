import type { Trends } from '../../../shared/contract/equipment.ts'
import { figureText } from '../../../shared/equipment/figure-text.ts'
import { codeWords } from '../../../shared/equipment/result-words.ts'
import { formatDate } from '../../../shared/text/date-time.ts'
import classes from './equipment.module.css'
import { plotPoints } from './plot-points.ts'

/** One figure over thirty days: a line, its first and its last value in words. */
export function TrendPlot({ series, timeZone }: { series: Trends['series'][number]; timeZone: string }) {
  const { code, unit, points } = series
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  return (
    <figure className={classes.plot}>
      <figcaption>
        {codeWords[code]}: {figureText(last.figure, unit)}
      </figcaption>
      <svg
        viewBox="0 0 200 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${codeWords[code]}: с ${figureText(first.figure, unit)} (${formatDate(first.at, timeZone)}) до ${figureText(last.figure, unit)} (${formatDate(last.at, timeZone)})`}
      >
        <polyline
          points={plotPoints(points, 200, 40)}
          fill="none"
          stroke="currentColor"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </figure>
  )
}
