import { ClauseMark } from '../../ui/clause-mark.tsx'
import classes from './session.module.css'

/** What the specialist says aloud, from the regulation. */
export function WordsToSay({ text, clause }: { text: string; clause: string | null }) {
  return (
    <blockquote className={classes.words}>
      «{text}» <ClauseMark clause={clause} />
    </blockquote>
  )
}
