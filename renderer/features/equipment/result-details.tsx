import type { CheckResult } from '../../../shared/equipment/codes.ts'
import { figureText } from '../../../shared/equipment/figure-text.ts'
import { codeWords } from '../../../shared/equipment/result-words.ts'
import classes from './equipment.module.css'

/** Limits, their sources and what the devices call themselves: for the technician, folded. */
export function ResultDetails({ results }: { results: readonly CheckResult[] }) {
  const told = results.filter(({ source, detail }) => source !== null || detail !== '')
  if (told.length === 0) return null
  return (
    <details className={classes.details}>
      <summary>Для технического специалиста</summary>
      <dl className={classes.technical}>
        {told.map(({ code, limit, unit, source, detail }) => (
          <div key={code}>
            <dt>{codeWords[code]}</dt>
            {limit !== null && unit !== null && <dd>предел {figureText(limit, unit)}</dd>}
            {source !== null && <dd>{source}</dd>}
            {detail !== '' && <dd>{detail}</dd>}
          </div>
        ))}
      </dl>
    </details>
  )
}
