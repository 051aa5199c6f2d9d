import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { readinessWords } from './readiness-words.ts'

/** What a scheduled reception is told about its workplace: «Проверено 08:56, исправно». */
export function EquipmentLine({ receptionId }: { receptionId: string }) {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const readiness = useQuery(queries.equipment.readiness.queryOptions({ input: { receptionId } }))
  if (!readiness.data) return null
  const { tone, text, link } = readinessWords(readiness.data, timeZone)
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
