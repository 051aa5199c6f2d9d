import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { formatTime } from '../../../shared/text/date-time.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { CitizenAddress } from './citizen-address.tsx'
import { HeadInformed } from './head-informed.tsx'
import { HeadsToCall } from './heads-to-call.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'

const services = [
  { service: '112', words: 'единый номер' },
  { service: '103', words: 'скорая помощь' },
] as const

/** «Экстренно»: whom to call, where the citizen is, the head; the reception goes on until it is ended on purpose. */
export function EmergencyDialog() {
  const { dialog, closeDialog, detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { emergencyCalls } = detail.card.state.facts
  const close = () => closeDialog('emergency')
  return (
    <Modal opened={dialog === 'emergency'} onClose={close} title="Экстренно" size="lg">
      <Stack>
        <Text>Не отключайтесь от гражданина. Позвоните в экстренную службу и назовите адрес.</Text>
        <Group gap="lg">
          {services.map(({ service, words }) => {
            const called = emergencyCalls.filter(call => call.service === service)
            return (
              <Stack key={service} gap="xs">
                <span className={classes.phone}>{service}</span>
                <Text size="sm">{words}</Text>
                <FactButton
                  variant="default"
                  disabled={acting}
                  onClick={() => void act({ kind: 'emergencyServiceCalled', service })}
                >
                  Позвонили: {service}
                </FactButton>
                {called.length > 0 && (
                  <Text size="xs" c="dimmed" role="status">
                    {called.map(call => formatTime(call.at, timeZone)).join(', ')}
                  </Text>
                )}
              </Stack>
            )
          })}
        </Group>
        {dialog === 'emergency' && <CitizenAddress />}
        <div>
          <Text size="sm" c="dimmed">
            Телефон гражданина
          </Text>
          <Text size="lg" fw={600}>
            {phoneText(detail.card.phone)}
          </Text>
        </div>
        {dialog === 'emergency' && <HeadsToCall />}
        <HeadInformed />
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            Вернуться к приёму
          </Button>
          <FactButton
            color="red"
            variant="outline"
            disabled={acting}
            onClick={() => void act({ kind: 'emergencyDeclared' }).then(written => written && close())}
          >
            Прекратить приём
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}
