import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { readinessWords } from './readiness-words.ts'

/** What is not well with the workplace of a scheduled reception; nothing where it was checked and is sound. */
export function EquipmentTrouble({ receptionId }: { receptionId: string }) {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const readiness = useQuery(queries.equipment.readiness.queryOptions({ input: { receptionId } }))
  if (!readiness.data) return null
  const { tone, text, link } = readinessWords(readiness.data, timeZone)
  if (tone === 'good') return null
  return (
    <li>
      <ToneText tone={tone}>
        {text}
        {link !== null && (
          <>
            {' · '}
            <Anchor underline="always" renderRoot={props => <Link to="/equipment" {...props} />}>
              {link}
            </Anchor>
          </>
        )}
      </ToneText>
    </li>
  )
}
