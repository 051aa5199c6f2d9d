import { type LabelTable, ownLabels } from './field-labels.ts'
import { labelKey } from './label.ts'
import type { LabelPair } from './label-pair.ts'
import type { LabelTarget } from './own-synonyms.ts'

/** A pair with what its label stands for; null: no profile knows it. */
export interface NamedPair extends LabelPair {
  readonly target: LabelTarget | null
}

/** What a label stands for: by the profile first, then by the program's own synonyms. */
export function targetOfLabel(label: string, profile: LabelTable | null): LabelTarget | null {
  const key = labelKey(label)
  if (key === '') return null
  return profile?.get(key) ?? ownLabels.get(key) ?? consentOfLabel(key)
}

/** «Согласие ПДн», «Согласен с обработкой перс. данных»: a consent by whatever words name it; null: it is none. */
function consentOfLabel(key: string): LabelTarget | null {
  if (!/соглас|не возраж|разреша|soglas|consent|(?<!\p{L})agree/u.test(key)) return null
  // Of somebody else, of something else, or the contrary.
  if (/отзыв|отказ|не\s?соглас|трет|рассыл|реклам|ребен|несоверш|законн|third|newsletter/u.test(key)) return null
  const isData =
    /персон|перс\.? ?дан|(?<!\p{L})п\.? ?дн?(?!\p{L})|обработк\p{L}+ (?:моих )?данн|152-?\s?фз|personal|(?<!\p{L})pdn?(?!\p{L})|gdpr/u.test(
      key,
    )
  const isVideo = /видео|съемк|запис\p{L}* (?:прием|разговор)|video|record/u.test(key)
  return isData && isVideo ? 'bothConsents' : isData ? 'consentPersonalData' : isVideo ? 'consentVideo' : null
}

/** Targets of a document, beside which «Номер» means the document's number. */
const besideNumber: ReadonlySet<LabelTarget | null> = new Set(['documentSeries', 'documentKind', 'document'])

/** Pairs of one part of the letter with what their labels stand for, in order. */
export function namePairs(pairs: readonly LabelPair[], profile: LabelTable | null): NamedPair[] {
  let before: LabelTarget | null = null
  return pairs.map(pair => {
    const target = targetOfLabel(pair.label, profile)
    // «Номер» alone is of anything, a letter has several.
    const isLost = target === 'documentNumber' && bareNumber.has(labelKey(pair.label)) && !besideNumber.has(before)
    const isOwn = profile?.has(labelKey(pair.label)) ?? false
    const named = { ...pair, target: isLost && !isOwn ? null : target }
    before = named.target
    return named
  })
}

const bareNumber: ReadonlySet<string> = new Set(['номер', 'number'])
