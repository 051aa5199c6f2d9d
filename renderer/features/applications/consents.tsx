import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { ApplicationMatter, ConsentKind, ConsentRecord } from '../../../shared/contract/application-list.ts'
import { formatDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import type { Tone } from '../../ui/tone.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import { consentNames } from './consent-words.ts'

const stateWords: Readonly<Record<ConsentRecord['state'], { readonly tone: Tone; readonly word: string }>> = {
  given: { tone: 'good', word: 'дано' },
  notGiven: { tone: 'bad', word: 'не дано' },
  withdrawn: { tone: 'bad', word: 'отозвано' },
}

/** Two consents, two records (п. 2.2 е, ж). */
export function Consents({ matter }: { matter: ApplicationMatter }) {
  const [noting, setNoting] = useState<ConsentKind | null>(null)
  return (
    <section aria-label="Согласия">
      {(['personalData', 'video'] as const).map(kind => (
        <Group key={kind} gap="xs" wrap="nowrap">
          <ConsentBadge kind={kind} matter={matter} />
          <Button size="compact-sm" variant="subtle" flex="none" onClick={() => setNoting(kind)}>
            Записать…
          </Button>
        </Group>
      ))}
      {noting !== null && <ConsentDialog matter={matter} kind={noting} onClose={() => setNoting(null)} />}
    </section>
  )
}

function ConsentBadge({ kind, matter }: { kind: ConsentKind; matter: ApplicationMatter }) {
  const timeZone = useTimeZone()
  const { consentPersonalData, consentVideo } = matter.card
  const last = matter.consents.findLast(record => record.kind === kind)
  const isGiven = kind === 'personalData' ? consentPersonalData : consentVideo
  const { tone, word } = stateWords[last?.state ?? (isGiven ? 'given' : 'notGiven')]
  return (
    <ToneText tone={tone}>
      Согласие на {consentNames[kind]}: {word}
      {last
        ? ` ${formatDate(last.occurredAt, timeZone)}${last.wording === '' ? ' в заявке' : `, ${last.wording}`}`
        : ''}
    </ToneText>
  )
}
