import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { refusalWords } from '../../../shared/applications/legal-acts.ts'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { permissionOf } from '../terms/use-acts.ts'
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
  const appoint = permissionOf(matter.terms.acts, 'appoint')
  if (status === 'toDecide') {
    return (
      <>
        <Group>
          <Button disabled={!appoint.permitted} onClick={() => setAppointing(true)}>
            Назначить приём…
          </Button>
          {permissionOf(matter.terms.acts, 'reject').permitted && reject(card.id)}
          {permissionOf(matter.terms.acts, 'annul').permitted && <Annulment applicationId={card.id} />}
        </Group>
        {appoint.reason !== null && <ToneText tone="quiet">{refusalWords(appoint)}</ToneText>}
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
  const notConfirmed = permissionOf(matter.terms.acts, 'cancelNotConfirmed')
  const close = () => {
    setRefused(false)
    cancel.reset()
  }
  const fault = cancel.error && <Alert color="red">{faultHint(cancel.error)}</Alert>
  return (
    <>
      {answerOverdue && (
        <Alert color="red" title="Гражданин не подтвердил участие в срок (п. 2.5)">
          {notConfirmed.permitted ? (
            <FactButton color="red" loading={cancel.isPending} onClick={() => cancel.mutate('notConfirmed')}>
              Отменить приём: не подтверждён (п. 2.6)
            </FactButton>
          ) : (
            <Text>Отменить сейчас нельзя. {refusalWords(notConfirmed)}</Text>
          )}
        </Alert>
      )}
      <Group>
        {children}
        {permissionOf(matter.terms.acts, 'cancelRefused').permitted && (
          <Button variant="subtle" color="red" onClick={() => setRefused(true)}>
            Гражданин отказался (п. 2.6)…
          </Button>
        )}
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

/** A line that should not be there: the number stays, the reason is kept. */
function Annulment({ applicationId }: { applicationId: string }) {
  const { calls } = useWorkstation()
  const [opened, setOpened] = useState(false)
  const annul = useMatterAct(
    (reason: string) => calls.applications.annul({ applicationId, reason }),
    () => setOpened(false),
  )
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpened(true)}>
        Аннулировать ошибочную запись…
      </Button>
      {opened && (
        <ReasonDialog
          title="Аннулировать ошибочную запись"
          label="Почему запись ошибочна"
          button="Аннулировать запись"
          pending={annul.isPending}
          error={annul.error}
          onSubmit={reason => annul.mutate(reason)}
          onClose={() => setOpened(false)}
        >
          <Text>
            Только для записи, внесённой по ошибке: дважды, не в тот журнал, без заявителя. Номер остаётся за ней,
            строка журнала зачёркивается с вашим именем и причиной. Заявку гражданина аннулировать нельзя: её назначают
            или отклоняют.
          </Text>
        </ReasonDialog>
      )}
    </>
  )
}
