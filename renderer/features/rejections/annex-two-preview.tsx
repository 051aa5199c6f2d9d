import { type AnnexTwoFields, annexTwoWords as words } from '../../../shared/rejections/annex-two.ts'
import classes from './rejections.module.css'

/** Annex 2 as it will stand on paper; what is still missing is a line. */
export function AnnexTwoPreview({ fields, genderAsked }: { fields: AnnexTwoFields; genderAsked: boolean }) {
  const filled = (text: string) => (text === '' ? '_____' : <u>{text}</u>)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.paper} aria-label="Текст решения" tabIndex={0}>
      <h3>{words.title}</h3>
      <p className={classes.first}>
        {words.opening} {filled(fields.citizen)},
      </p>
      <p className={classes.caption}>{words.nameCaption}</p>
      <p>
        {genderAsked ? '_____' : fields.residence} {words.address} {filled(fields.address)} {words.ground}{' '}
        {filled(fields.ground)}
      </p>
      <p className={classes.caption}>{words.groundCaption}</p>
      <p>
        {words.head} _____ {filled(fields.signatory)}
      </p>
      <p>
        {words.executor} _____ {filled(fields.executor)}
      </p>
      <p>
        {words.phone} {filled(fields.phone)}
      </p>
      <p>
        {words.date} {filled(fields.date)}
      </p>
    </section>
  )
}
