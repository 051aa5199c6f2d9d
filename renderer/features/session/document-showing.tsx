import { Group, SegmentedControl } from '@mantine/core'
import type { ShowingMethod } from '../../../shared/reception/event.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { DocumentInterval } from './document-interval.tsx'
import { useSession } from './session-context.tsx'
import { showingMethods } from './showing-methods.ts'

interface DocumentShowingProps {
  method: ShowingMethod
  onMethod: (method: ShowingMethod) => void
}

/** How the citizen shows the document, and from when on it is in the picture. */
export function DocumentShowing({ method, onMethod }: DocumentShowingProps) {
  const { detail, act, acting } = useSession()
  const inPicture = detail.card.state.facts.documentShown.at(-1)?.to === null
  if (inPicture) return <DocumentInterval />
  return (
    <Group gap="xs" wrap="nowrap">
      <SegmentedControl
        size="xs"
        aria-label="Как показан документ"
        data={[...showingMethods]}
        value={method}
        onChange={value => onMethod(showingMethods.find(known => known.value === value)?.value ?? 'screen')}
      />
      <FactButton
        variant="light"
        size="compact-md"
        disabled={acting}
        onClick={() => void act({ kind: 'documentShown', method })}
      >
        Документ показан
      </FactButton>
    </Group>
  )
}
