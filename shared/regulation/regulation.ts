import * as z from 'zod'
import { Term } from '../calendar/term.ts'
import { OutcomeCode } from '../reception/event.ts'
import { Clause } from './clause.ts'
import { draftNames, faultOfDraft } from './draft.ts'

/**
 * A regulation (порядок) as data: limits, outcomes, words to say and journal columns, each with its clause.
 * `clause: null` means the order is silent («Порядком не урегулировано»).
 */

/** An amount with its unit; the only place where the order's numbers live. */
const limit = <U extends string>(unit: U) =>
  z.strictObject({ amount: z.int().positive(), unit: z.literal(unit), clause: Clause })

/** A text with `{name}` places and `[optional parts]`; see draft.ts. */
const template = (...names: readonly string[]) =>
  z
    .string()
    .min(1)
    .check(context => {
      const message = faultOfDraft(context.value, names)
      if (message !== null) context.issues.push({ code: 'custom', message, input: context.value })
    })

export const OutcomeRule = z.strictObject({
  code: OutcomeCode,
  clause: Clause,
  /** Short Russian name on buttons and in lists. */
  title: z.string().min(1),
  /** Whether a reception that ended so must have a recording. */
  recording: z.enum(['expected', 'partial', 'notExpected']),
  /**
   * Draft of column 7, in the spelling of the order. `{name}` is filled by the program (names: draft.ts), a name
   * without a value and `{…}` are left for the specialist, `[…]` is left out when a name in it has no value.
   */
  draft: template(...draftNames),
  /** Usual words for the first place left for the specialist; empty where there are none. */
  choices: z.array(z.string().min(1)),
  /** The specialist must add text of their own before closing. */
  textObligatory: z.boolean(),
})
export type OutcomeRule = z.infer<typeof OutcomeRule>

/** Parts of column 7 that depend on what happened. */
const Phrases = z.strictObject({
  method: z.strictObject({ screen: z.string().min(1), camera: z.string().min(1), both: z.string().min(1) }),
  identification: z.strictObject({ technicallyImpossible: template('reason'), refusedToShow: template('reason') }),
  extensions: template('minutes'),
  /** How the talk was held where the citizen could not speak or hear. */
  contact: z.strictObject({ chat: z.string().min(1), interpreter: z.string().min(1) }),
  /** Who else was there: the sentence, and one person in it. */
  presence: z.strictObject({
    sentence: template('who'),
    withConsent: template('who'),
    withoutConsent: template('who'),
  }),
  emergencyServices: template('calls'),
  notHeld: z.strictObject({ beforeStart: template(), duringTalk: template('at') }),
  calls: z.strictObject({
    agreed: template('at', 'agreedTime'),
    declined: template('at'),
    notReached: template('at'),
    willConnect: template('at'),
  }),
})

/** Every outcome exactly once: a missing one would leave a reception without a way to be closed. */
function checkCodes(rules: readonly { code: OutcomeCode }[], fault: (path: (string | number)[], text: string) => void) {
  const seen = new Set<OutcomeCode>()
  for (const [index, { code }] of rules.entries()) {
    if (seen.has(code)) fault([index, 'code'], `результат «${code}» указан дважды`)
    seen.add(code)
  }
  for (const code of OutcomeCode.options) if (!seen.has(code)) fault([], `нет результата «${code}»`)
}

export const Regulation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().positive(),
  title: z.string().min(1),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  limits: z.strictObject({
    noShow: limit('minute'),
    talk: limit('minute'),
    /** One press of «+5 мин»; not set by the order. */
    extensionStep: limit('minute'),
    /** From how much time left the extension is offered; not set by the order. */
    extensionOffer: limit('minute'),
    /** The phone number grows large after this much waiting; not set by the order. */
    callOffer: limit('minute'),
    /** How long a citizen who said on the phone that he connects is waited for; not set by the order. */
    promisedConnection: limit('minute'),
    /** Unanswered calls after a fault before the result may be written; not set by the order. */
    callTries: limit('try'),
    recordingRetention: limit('year'),
    undo: limit('second'),
  }),
  /** Deadlines, each counted by shared/calendar; a date or an amount of theirs stands nowhere else. */
  terms: z
    .array(Term)
    .refine(terms => new Set(terms.map(({ id }) => id)).size === terms.length, 'обозначение срока указано дважды'),
  outcomes: z.array(OutcomeRule).check(context => {
    checkCodes(context.value, (path, message) =>
      context.issues.push({ code: 'custom', message, path, input: context.value }),
    )
  }),
  phrases: Phrases,
  /** What the specialist says aloud. */
  words: z.strictObject({
    notice: z.strictObject({ text: z.string().min(1), clause: Clause }),
    noticeRepeated: z.strictObject({ text: z.string().min(1), clause: Clause }),
    identification: z.strictObject({ text: z.string().min(1), clause: Clause }),
    documentAway: z.strictObject({ text: z.string().min(1), clause: Clause }),
    noPersonalInformation: z.strictObject({ text: z.string().min(1), clause: Clause }),
    warning: z.strictObject({ text: z.string().min(1), clause: Clause }),
  }),
  /** Usual reasons the specialist chooses from. */
  reasons: z.strictObject({
    /** Of an extension (п. 3.10), the default first. */
    extension: z.tuple([z.string().min(1)], z.string().min(1)),
    outage: z.string().min(1),
    technicallyImpossible: z.array(z.string().min(1)).min(1),
    notPassed: z.array(z.string().min(1)).min(1),
    present: z.array(z.string().min(1)).min(1),
  }),
  /** Headings of Annex 1, word for word, in order. */
  journal: z.strictObject({ title: z.string().min(1), columns: z.array(z.string().min(1)).length(7) }),
})
export type Regulation = z.infer<typeof Regulation>
