import type { Session } from 'electron'

/** Reserved by RFC 2606 for names that never exist: nothing can be fetched from there, by mistake or otherwise. */
const nowhere = 'https://dictionaries.invalid/'

/** Chromium fetches dictionaries from Google as soon as a language is set; here it never asks for one. */
export function switchSpellCheckerOff(
  session: Pick<
    Session,
    'setSpellCheckerEnabled' | 'setSpellCheckerLanguages' | 'setSpellCheckerDictionaryDownloadURL'
  >,
): void {
  session.setSpellCheckerDictionaryDownloadURL(nowhere)
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
}
