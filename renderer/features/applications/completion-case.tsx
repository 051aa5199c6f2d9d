import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useState } from 'react'
import type { ApplicationMatter, Completion } from '../../../shared/contract/application-list.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFieldsWithin } from '../../ui/fault-hint.ts'
import type { ApplicationForm } from '../reception/application-form.ts'
import { type ApplicationValues, emptyApplication } from '../reception/application-values.ts'
import { CitizenFields } from '../reception/citizen-fields.tsx'
import { DocumentFields } from '../reception/document-fields.tsx'
import { CaseForm } from './case-form.tsx'
import { useMatterAct } from './use-matter-act.ts'

type Values = ApplicationValues & { basis: string }

interface CompletionCaseProps {
  matter: ApplicationMatter
  /** The letter the application came by. */
  beside: ReactNode
  onClose: () => void
}

/** What the citizen told later, in the form the application was entered by: only what is changed here is written. */
export function CompletionCase({ matter, beside, onClose }: CompletionCaseProps) {
  const { calls } = useWorkstation()
  const { card } = matter
  const lacks = new Set<string>(matter.missing)
  const [initial] = useState(() => valuesOf(matter))
  const form = useForm<Values>({ initialValues: initial })
  const complete = useMatterAct(
    (fields: Completion['fields']) =>
      calls.applications.complete({ applicationId: card.id, fields, basis: form.values.basis.trim() }),
    onClose,
  )
  const changed = changedFields(form.values, initial)
  const unready =
    Object.keys(changed).length === 0
      ? 'Впишите, что стало известно.'
      : form.values.basis.trim() === ''
        ? 'Укажите, откуда это стало известно.'
        : null
  const groups = form as unknown as ApplicationForm
  // Name, topic and document are filled in where they were missing; what was written once is put right by a correction.
  const locked = new Set(
    ['familyName', 'givenName', 'patronymic', 'topic', 'birthDate'].filter(
      name => !lacks.has(name) && !(name === 'patronymic' && (lacks.has('familyName') || lacks.has('givenName'))),
    ),
  )
  return (
    <CaseForm
      title={`Дополнить заявку № ${card.journalNumber}`}
      beside={beside}
      unready={unready}
      primary="Дополнить"
      pending={complete.isPending}
      errors={form.errors}
      failure={complete.error && { title: 'Заявка не дополнена, введённое осталось в форме', error: complete.error }}
      onSubmit={() =>
        complete.mutate(changed, { onError: error => form.setErrors(faultFieldsWithin(error, 'fields.')) })
      }
      onCancel={onClose}
    >
      <CitizenFields form={groups} isAppointing={false} locked={locked} />
      {lacks.has('documentNumber') && <DocumentFields form={groups} />}
      <TextInput
        label="Откуда это стало известно"
        description="Кто, когда и как сообщил; остаётся в истории заявки"
        required
        autoComplete="off"
        {...form.getInputProps('basis')}
      />
    </CaseForm>
  )
}

/** As the application has it. Of a document nothing is known here but that it is there. */
function valuesOf({ card, missing }: ApplicationMatter): Values {
  const [familyName = '', givenName = '', ...rest] = missing.includes('familyName') ? [] : card.fullName.split(' ')
  return {
    ...emptyApplication(card.receivedOn),
    ...{ familyName, givenName, patronymic: rest.join(' '), birthDate: card.birthDate },
    ...{ address: card.address ?? '', topic: missing.includes('topic') ? '' : card.topic },
    ...{ phone: card.phone === null ? '' : phoneText(card.phone), email: card.email ?? '', basis: '' },
  }
}

/** Only what was entered; the kind of a document alone says nothing. */
function changedFields(values: Values, before: Values): Completion['fields'] {
  const changed = completable.filter(
    name =>
      values[name] !== before[name] &&
      values[name] !== null &&
      values[name] !== '' &&
      (name !== 'documentKind' || values.documentNumber.trim() !== ''),
  )
  const withKind =
    values.documentNumber.trim() !== '' && !changed.includes('documentKind')
      ? [...changed, 'documentKind' as const]
      : changed
  return Object.fromEntries(withKind.map(name => [name, values[name]]))
}

const completable = [
  ...(['familyName', 'givenName', 'patronymic', 'birthDate', 'address', 'addressKind', 'topic', 'phone'] as const),
  ...(['email', 'documentKind', 'documentSeries', 'documentNumber', 'documentIssuedBy', 'documentIssuedOn'] as const),
]
