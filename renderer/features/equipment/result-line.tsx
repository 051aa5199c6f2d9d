import { Text } from '@mantine/core'
import type { CheckResult } from '../../../shared/equipment/codes.ts'
import { figureText } from '../../../shared/equipment/figure-text.ts'
import { causeText, codeWords, toDoText } from '../../../shared/equipment/result-words.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import classes from './equipment.module.css'
import { stateWords, toneOfState } from './overall-words.ts'

/** One line: state, figure, cause, what to do. */
export function ResultLine({ result }: { result: CheckResult }) {
  const { code, state, figure, unit } = result
  const figures = figure === null || unit === null ? '' : figureText(figure, unit)
  const said = [figures, causeText(result)].filter(text => text !== '').join(' · ')
  const todo = toDoText(result)
  return (
    <li>
      <ToneText tone={toneOfState[state]}>
        {codeWords[code]}: {said === '' ? stateWords[state] : said}
      </ToneText>
      {todo !== '' && <Text className={classes.toDo}>{todo}</Text>}
    </li>
  )
}
