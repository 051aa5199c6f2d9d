import { Alert, Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { AppointmentFields } from './appointment-fields.tsx'
import { CitizenFields } from './citizen-fields.tsx'
import { ConsentFields } from './consent-fields.tsx'
import { DocumentFields } from './document-fields.tsx'
import { linkErrors } from './link-message.ts'
import {
  applicationErrors,
  emptyApplication,
  type NewApplicationValues,
  refusalErrors,
  toNewApplication,
  toRegistrationFields,
} from './new-application-values.ts'

interface NewApplicationFormProps {
  today: string
  onCancel: () => void
  onCreated: (journalNumber: number) => void
}

/** Every field of clause 2.2, and the first reception with its link. */
export function NewApplicationForm({ today, onCancel, onCreated }: NewApplicationFormProps) {
  const { calls } = useWorkstation()
  const form = useForm<NewApplicationValues>({
    initialValues: emptyApplication(today),
    validate: values => ({ ...applicationErrors(values), ...linkErrors(values.link) }),
  })
  const create = useMutation({
    mutationFn: (values: NewApplicationValues) => calls.applications.create(toNewApplication(values)),
    onSuccess: answer => onCreated(answer.journalNumber),
    onError: (error, values) => form.setErrors(refusalErrors(faultFields(error), values)),
  })
  const register = useMutation({
    mutationFn: (values: NewApplicationValues) =>
      calls.applications.register({ letterId: null, fields: toRegistrationFields(values) }),
    onSuccess: answer => onCreated(answer.journalNumber),
    onError: (error, values) => form.setErrors(refusalErrors(faultFields(error), values)),
  })
  /** The same fields must be right, but for the time and the link: those are decided later, on «Заявки». */
  function registerAlone(): void {
    const { appointedDate: _date, appointedTime: _time, link: _link, ...errors } = applicationErrors(form.values)
    form.setErrors(errors)
    const [first] = Object.keys(errors)
    if (first === undefined) register.mutate(form.values)
    else form.getInputNode(first)?.focus()
  }
  return (
    <form
      onSubmit={form.onSubmit(
        values => create.mutate(values),
        // The first message may stand above what is scrolled into view.
        errors => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      )}
      noValidate
    >
      <Stack gap="md">
        <CitizenFields form={form} />
        <DocumentFields form={form} />
        <ConsentFields form={form} />
        <AppointmentFields form={form} />
        {(create.error ?? register.error) && (
          <Alert color="red" title="Заявка не внесена, введённое осталось в форме" role="alert">
            {faultHint(create.error ?? register.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Отмена
          </Button>
          <Button variant="default" loading={register.isPending} onClick={registerAlone}>
            Зарегистрировать без назначения
          </Button>
          <Button type="submit" loading={create.isPending}>
            Внести заявку
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
