import { Alert, Button, Group, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { refusalWords } from '../../../shared/applications/legal-acts.ts'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import type { CaseStep } from '../../../shared/contract/cases.ts'
import { useDesk } from '../../app/desk.tsx'
import { LinkField } from '../reception/link-field.tsx'
import { permissionOf } from '../terms/use-acts.ts'
import type { CaseSlots } from './letter-case.tsx'
import { MatterMore } from './matter-more.tsx'
import type { MatterWork } from './matter-panel.tsx'

interface MatterActsProps {
  matter: ApplicationMatter
  step: CaseStep
  slots: Pick<CaseSlots, 'replies' | 'tell' | 'link' | 'writtenReply'>
  onWork: (what: MatterWork) => void
}

/** The next thing of an application as its one primary button, what belongs beside it, and the rest under «Ещё». */
export function MatterActs({ matter, step, slots, onWork }: MatterActsProps) {
  const more = <MatterMore matter={matter} slots={slots} onComplete={() => onWork('complete')} />
  if (step === 'decide') return <Decision matter={matter} more={more} onWork={onWork} />
  const { reception } = matter
  return (
    <>
      {step === 'judgeReply' && slots.replies(matter.card.id)}
      {step === 'setLink' && reception !== null && <LinkField receptionId={reception.id} />}
      <Unanswered matter={matter} />
      <Group gap="xs">
        {(step === 'noticeFailed' || step === 'noticeStuck') && slots.tell(matter.card.id)}
        {step === 'writtenReply' && reception !== null && slots.writtenReply(reception.id)}
        <ToReception matter={matter} isNext={receptionSteps.has(step)} />
        {more}
      </Group>
    </>
  )
}

/** п. 2.4: received or rejected. */
function Decision({ matter, more, onWork }: Pick<MatterActsProps, 'matter' | 'onWork'> & { more: ReactNode }) {
  const reasonId = useId()
  const { acts } = matter.terms
  const appoint = permissionOf(acts, 'appoint')
  return (
    <>
      <Group gap="xs">
        <Button
          disabled={!appoint.permitted}
          aria-describedby={appoint.reason === null ? undefined : reasonId}
          onClick={() => onWork('appoint')}
        >
          Назначить приём…
        </Button>
        {permissionOf(acts, 'reject').permitted && (
          <Button variant="default" onClick={() => onWork('reject')}>
            Отклонить…
          </Button>
        )}
        {more}
      </Group>
      {appoint.reason !== null && (
        <Text size="sm" id={reasonId}>
          {refusalWords(appoint)}
        </Text>
      )}
    </>
  )
}

/** п. 2.6: the citizen's term is over, and what that allows. */
function Unanswered({ matter: { terms } }: { matter: ApplicationMatter }) {
  const isOverdue = terms.terms.some(
    ({ term, state }) => term.endEvent === 'confirmationReceived' && state.kind === 'overdue',
  )
  if (!isOverdue) return null
  const permission = permissionOf(terms.acts, 'cancelNotConfirmed')
  return (
    <Alert color="red" title="Гражданин не подтвердил участие в срок (п. 2.5)">
      <Text>
        {permission.permitted
          ? 'Приём можно отменить (п. 2.6): «Ещё», «Отменить».'
          : `Отменить сейчас нельзя. ${refusalWords(permission)}`}
      </Text>
    </Alert>
  )
}

/** The reception itself is held by specialists. */
function ToReception({ matter: { reception }, isNext }: { matter: ApplicationMatter; isNext: boolean }) {
  const mayOpen = useDesk().session.account.role === 'specialist'
  if (!mayOpen || reception === null || reception.step === 'cancelled' || reception.step === 'closed') return null
  return (
    <Button
      variant={isNext ? 'filled' : 'default'}
      rightSection={<IconArrowRight aria-hidden size="1.1em" />}
      renderRoot={props => <Link to="/reception/$receptionId" params={{ receptionId: reception.id }} {...props} />}
    >
      Перейти к приёму
    </Button>
  )
}

/** What is done next is done in the reception. */
const receptionSteps: ReadonlySet<CaseStep> = new Set<CaseStep>(['holdReception', 'finishReception', 'agreeTime'])
