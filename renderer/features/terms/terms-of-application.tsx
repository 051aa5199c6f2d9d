import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { ApplicationTerm } from '../../../shared/contract/applications.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { CurrentTerms } from './current-terms.tsx'

const TermsDialog = lazyPart(() => import('./terms-dialog.tsx').then(part => part.TermsDialog))

/** What of the terms matters now, of an application without a reception; all of them behind «Все сроки…». */
export function TermsOfApplication({ terms }: { terms: readonly ApplicationTerm[] }) {
  const [shown, setShown] = useState(false)
  return (
    <Stack gap="xs" component="section" aria-label="Сроки по заявке">
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        <CurrentTerms terms={terms} />
      </Stack>
      <Group gap="xs">
        <Button size="compact-md" variant="subtle" onClick={() => setShown(true)}>
          Все сроки…
        </Button>
      </Group>
      {shown && <TermsDialog terms={[...terms]} onClose={() => setShown(false)} />}
    </Stack>
  )
}
