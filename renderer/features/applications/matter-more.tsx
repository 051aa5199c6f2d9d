import { Button, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { CancelDialog, type CancelReason } from '../reception/cancel-dialog.tsx'
import { permissionOf } from '../terms/use-acts.ts'
import type { CaseSlots } from './letter-case.tsx'
import { useMatterAct } from './use-matter-act.ts'

const RightsDialog = lazyPart(() => import('../rights/rights-dialog.tsx').then(part => part.RightsDialog))

interface MatterMoreProps {
  matter: ApplicationMatter
  slots: Pick<CaseSlots, 'link'>
  onComplete: () => void
}

/** «Ещё ▾» of an application: everything that is not the next thing of it. */
export function MatterMore({ matter, slots, onComplete }: MatterMoreProps) {
  const [dialog, setDialog] = useState<'cancel' | 'annul' | 'rights' | null>(null)
  const { card, reception } = matter
  const { acts } = matter.terms
  const permissions = {
    refused: permissionOf(acts, 'cancelRefused'),
    notConfirmed: permissionOf(acts, 'cancelNotConfirmed'),
  }
  const isBefore = reception?.step === 'scheduled' || reception?.step === 'moving'
  const cancellable = isBefore && (permissions.refused.permitted || permissions.notConfirmed.permitted)
  const close = () => setDialog(null)
  return (
    <>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown aria-hidden size="1.1em" />}>
            Ещё
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {matter.status !== 'annulled' && (
            <Menu.Item onClick={onComplete}>
              {matter.missing.length > 0 ? 'Дополнить заявку…' : 'Изменить телефон, почту или адрес…'}
            </Menu.Item>
          )}
          {reception?.step === 'scheduled' && reception.hasLink && slots.link(reception.id)}
          <Menu.Item onClick={() => setDialog('rights')}>Персональные данные…</Menu.Item>
          {cancellable && (
            <Menu.Item c="red" onClick={() => setDialog('cancel')}>
              Отменить (п. 2.6)…
            </Menu.Item>
          )}
          {permissionOf(acts, 'annul').permitted && matter.status === 'toDecide' && (
            <Menu.Item c="red" onClick={() => setDialog('annul')}>
              Аннулировать ошибочную запись…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'cancel' && <Cancellation matter={matter} permissions={permissions} onClose={close} />}
      {dialog === 'annul' && <Annulment applicationId={card.id} onClose={close} />}
      {dialog === 'rights' && (
        <RightsDialog
          applicationId={card.id}
          title={`${card.fullName}, № ${card.journalNumber} в журнале`}
          onClose={close}
        />
      )}
    </>
  )
}

/** п. 2.6: of two grounds the permitted one; a refusal is told at any time, even five minutes before. */
function Cancellation({
  matter: { card },
  permissions,
  onClose,
}: {
  matter: ApplicationMatter
  permissions: Parameters<typeof CancelDialog>[0]['permissions']
  onClose: () => void
}) {
  const { calls } = useWorkstation()
  const cancel = useMatterAct(
    (reason: CancelReason) => calls.applications.cancel({ applicationId: card.id, reason }),
    onClose,
  )
  return (
    <CancelDialog
      about={`Заявка № ${card.journalNumber} в журнале.`}
      permissions={permissions}
      pending={cancel.isPending}
      error={cancel.error}
      onCancel={reason => cancel.mutate(reason)}
      onClose={onClose}
    />
  )
}

/** A line that should not be there: the number stays, the reason is kept. */
function Annulment({ applicationId, onClose }: { applicationId: string; onClose: () => void }) {
  const { calls } = useWorkstation()
  const annul = useMatterAct((reason: string) => calls.applications.annul({ applicationId, reason }), onClose)
  return (
    <ReasonDialog
      title="Аннулировать ошибочную запись"
      label="Почему запись ошибочна"
      button="Аннулировать запись"
      pending={annul.isPending}
      error={annul.error}
      onSubmit={reason => annul.mutate(reason)}
      onClose={onClose}
    >
      <Text>
        Только для записи, внесённой по ошибке: дважды, не в тот журнал, без заявителя. Номер остаётся за ней, строка
        журнала зачёркивается с вашим именем и причиной. Заявку гражданина аннулировать нельзя: её назначают или
        отклоняют.
      </Text>
    </ReasonDialog>
  )
}
