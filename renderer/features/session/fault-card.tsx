import { Alert, Divider, Group, Stack, Text } from '@mantine/core'
import { IconTool } from '@tabler/icons-react'
import { callsSince } from '../../../shared/reception/change.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { genitiveText, nouns } from '../../../shared/text/plural.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { OtherWorkplaceButton } from '../equipment/other-workplace-button.tsx'
import { AgreedTimeForm } from './agreed-time-form.tsx'
import { CallResultButton } from './call-result-button.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'

/** Our fault (п. 3.5): call at once, note the result, then move, finish, or go on where it was mended. */
export function FaultCard({ since, description }: { since: string; description: string }) {
  const { detail, limits, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { phone, state } = detail.card
  const calls = callsSince(state.facts, since)
  const agreed = calls.at(-1)?.result === 'agreed'
  const reached = calls.some(({ result }) => result !== 'notReached')
  const triesLeft = reached || calls.length === 0 ? 0 : Math.max(0, limits.callTries - calls.length)
  return (
    <Alert
      color="red"
      icon={<IconTool aria-hidden />}
      title={`Неисправность с ${formatTime(since, timeZone)} (п. 3.5)`}
    >
      <Stack gap="xs">
        <Text>{description}</Text>
        <Text>Позвоните гражданину: приём в срок провести нельзя, согласуйте иной срок.</Text>
        <span className={classes.phone}>{phoneText(phone)}</span>
        <AgreedTimeForm />
        {!agreed && (
          <Group gap="xs">
            <CallResultButton result="notReached" />
            <CallResultButton result="declined" />
          </Group>
        )}
        {triesLeft > 0 && (
          <ToneText tone="warn" size="sm">
            Результат записывают после звонка, на который гражданин ответил, или после ещё{' '}
            {genitiveText(triesLeft, nouns.try)} дозвона. Оставьте кого-нибудь в комнате встречи.
          </ToneText>
        )}
        <Divider />
        <Group gap="xs">
          <FactButton variant="default" disabled={acting} onClick={() => void act({ kind: 'faultCleared' })}>
            Неисправность устранена
          </FactButton>
          {state.facts.connectedAt === null && <OtherWorkplaceButton reception={detail.card} />}
          {calls.length > 0 && (
            <FactButton
              variant="default"
              disabled={acting || triesLeft > 0}
              onClick={() => void act({ kind: 'talkEnded' })}
            >
              Записать результат…
            </FactButton>
          )}
        </Group>
      </Stack>
    </Alert>
  )
}
