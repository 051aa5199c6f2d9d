import { Paper, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Tone } from '../../ui/tone.ts'
import { ToneText } from '../../ui/tone-text.tsx'

/** Something to be decided, in the narrow right column: title, words, buttons of full width. */
export function OfferCard({ tone, title, children }: { tone: Tone; title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="xs" component="section" aria-label={title}>
      <Stack gap="xs">
        <ToneText tone={tone} fw={600}>
          {title}
        </ToneText>
        {children}
      </Stack>
    </Paper>
  )
}
