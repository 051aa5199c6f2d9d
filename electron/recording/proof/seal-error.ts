/** Why a recording could not be sealed now. Nothing is lost: the raw parts stay and the seal can be run again. */
export type SealFailure = 'noFfmpeg' | 'diskFull' | 'stopped' | 'noSession' | 'foreignPapers' | 'failed'

export class SealError extends Error {
  readonly failure: SealFailure
  readonly detail: string
  /** `detail` is for the technician; it may hold ffmpeg's words, never personal data. */
  constructor(failure: SealFailure, detail: string) {
    super(`${failure}: ${detail}`)
    this.name = 'SealError'
    this.failure = failure
    this.detail = detail
  }
}
