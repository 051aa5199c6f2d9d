import { Text } from '@mantine/core'
import { ToneText } from '../../ui/tone-text.tsx'
import { contactWords } from './contact-words.ts'
import { useSession } from './session-context.tsx'

/** Who hears the talk besides the citizen, and the way it is held, always in sight while it matters. */
export function PresenceLine() {
  const { detail } = useSession()
  const { presentPersons, contactMeans } = detail.card.state.facts
  const present = presentPersons.filter(person => person.to === null)
  return (
    <>
      {contactMeans !== 'voice' && <Text size="sm">Общение {contactWords[contactMeans]}</Text>}
      {present.map(({ who, citizenConsents }) => (
        <ToneText key={who} tone={citizenConsents ? 'info' : 'warn'} size="sm">
          Присутствует: {who} ({citizenConsents ? 'гражданин согласен' : 'согласие не получено'})
        </ToneText>
      ))}
    </>
  )
}
