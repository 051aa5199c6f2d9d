import { Alert, Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { refusalWords } from '../../../shared/applications/legal-acts.ts'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { CancelDialog, type CancelReason } from '../reception/cancel-dialog.tsx'
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

/** п. 2.6: of two grounds the permitted one; a refusal is told at any time, even five minutes before. */
function Cancellation({ matter, children }: { matter: ApplicationMatter; children: ReactNode }) {
  const { calls } = useWorkstation()
  const applicationId = matter.card.id
  const [opened, setOpened] = useState(false)
  const cancel = useMatterAct(
    (reason: CancelReason) => calls.applications.cancel({ applicationId, reason }),
    () => setOpened(false),
  )
  const answerOverdue = matter.terms.terms.some(
    ({ term, state }) => term.endEvent === 'confirmationReceived' && state.kind === 'overdue',
  )
  const permissions = {
    refused: permissionOf(matter.terms.acts, 'cancelRefused'),
    notConfirmed: permissionOf(matter.terms.acts, 'cancelNotConfirmed'),
  }
  const close = () => {
    setOpened(false)
    cancel.reset()
  }
  return (
    <>
      {answerOverdue && (
        <Alert color="red" title="Гражданин не подтвердил участие в срок (п. 2.5)">
          <Text>
            {permissions.notConfirmed.permitted
              ? 'Приём можно отменить (п. 2.6).'
              : `Отменить сейчас нельзя. ${refusalWords(permissions.notConfirmed)}`}
          </Text>
        </Alert>
      )}
      <Group>
        {children}
        {(permissions.refused.permitted || permissions.notConfirmed.permitted) && (
          <Button variant="subtle" color="red" onClick={() => setOpened(true)}>
            Отменить (п. 2.6)…
          </Button>
        )}
      </Group>
      {opened && (
        <CancelDialog
          about={`Заявка № ${matter.card.journalNumber} в журнале.`}
          permissions={permissions}
          pending={cancel.isPending}
          error={cancel.error}
          onCancel={reason => cancel.mutate(reason)}
          onClose={close}
        />
      )}
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
