/** A name of a field with what stood beside it, as the letter has them. */
export interface LabelPair {
  readonly label: string
  /** Several lines are kept. */
  readonly value: string
  /** Stands in what the letter quotes of another one. */
  readonly quoted: boolean
}
