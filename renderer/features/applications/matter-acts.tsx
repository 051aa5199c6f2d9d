import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { AppointDialog } from './appoint-dialog.tsx'
import { useMatterAct } from './use-matter-act.ts'

interface MatterActsProps {
  matter: ApplicationMatter
  reject: (applicationId: string) => ReactNode
}

/** The decision while there is none (п. 2.4); the cancellation while the citizen is to come (п. 2.6). */
export function MatterActs({ matter, reject }: MatterActsProps) {
  const [appointing, setAppointing] = useState(false)
  const { card, status, reception } = matter
  const mayOpen = useDesk().session.account.role === 'specialist'
  if (status === 'toDecide') {
    return (
      <>
        <Group>
          <Button onClick={() => setAppointing(true)}>Назначить приём…</Button>
          {reject(card.id)}
        </Group>
        {appointing && <AppointDialog matter={matter} onClose={() => setAppointing(false)} />}
      </>
    )
  }
  if (reception === null || (reception.step !== 'scheduled' && reception.step !== 'moving')) return null
  return (
    <Cancellation matter={matter}>
      {mayOpen && (
        <Button
          variant="default"
          renderRoot={props => <Link to="/reception/$receptionId" params={{ receptionId: reception.id }} {...props} />}
        >
          Перейти к приёму
        </Button>
      )}
    </Cancellation>
  )
}

/** In one click when the term of п. 2.5 is over; a refusal is told at any time, even five minutes before. */
function Cancellation({ matter, children }: { matter: ApplicationMatter; children: ReactNode }) {
  const { calls } = useWorkstation()
  const applicationId = matter.card.id
  const [refused, setRefused] = useState(false)
  const cancel = useMatterAct(
    (reason: 'refused' | 'notConfirmed') => calls.applications.cancel({ applicationId, reason }),
    () => setRefused(false),
  )
  const answerOverdue = matter.terms.terms.some(
    ({ term, state }) => term.endEvent === 'confirmationReceived' && state.kind === 'overdue',
  )
  const close = () => {
    setRefused(false)
    cancel.reset()
  }
  const fault = cancel.error && <Alert color="red">{faultHint(cancel.error)}</Alert>
  return (
    <>
      {answerOverdue && (
        <Alert color="red" title="Гражданин не подтвердил участие в срок (п. 2.5)">
          <FactButton color="red" loading={cancel.isPending} onClick={() => cancel.mutate('notConfirmed')}>
            Отменить приём: не подтверждён (п. 2.6)
          </FactButton>
        </Alert>
      )}
      <Group>
        {children}
        <Button variant="subtle" color="red" onClick={() => setRefused(true)}>
          Гражданин отказался (п. 2.6)…
        </Button>
      </Group>
      {refused && (
        <Modal opened onClose={close} title="Отменить приём: гражданин отказался (п. 2.6)" size="lg">
          <Stack gap="sm">
            <Text>
              Запись об отмене появится в графе 7 журнала, время освободится. Гражданин может подать заявку снова (п.
              2.8).
            </Text>
            {fault}
            <Group justify="flex-end">
              <Button variant="default" data-autofocus onClick={close}>
                Не отменять
              </Button>
              <FactButton color="red" loading={cancel.isPending} onClick={() => cancel.mutate('refused')}>
                Отменить приём
              </FactButton>
            </Group>
          </Stack>
        </Modal>
      )}
      {!refused && fault}
    </>
  )
}
