import { Alert, Button, Group, Stack, Stepper, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FirstRun } from '../../../shared/contract/accounts.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { BodyStep } from './body-step.tsx'
import { CopiesStep } from './copies-step.tsx'
import { asFirstRun, emptyFirstRun, errorsOf, firstRunSteps, stepOfField, stepWords } from './first-run-steps.ts'
import { PeopleStep } from './people-step.tsx'
import { PersonFields } from './person-fields.tsx'
import type { IssuedKey } from './recovery-key-card.tsx'
import { useFolderCheck } from './use-folder-check.ts'
import { WorkplaceStep } from './workplace-step.tsx'

interface FirstRunFormProps {
  minimumLength: number
  onFilled: (key: IssuedKey) => void
}

/** Administrator, body, people, workplace, copies; nothing is written before the last step, and going back keeps all. */
export function FirstRunForm({ minimumLength, onFilled }: FirstRunFormProps) {
  const { calls } = useWorkstation()
  const [at, setAt] = useState(0)
  const step = firstRunSteps[at] ?? 'copies'
  const form = useForm<FirstRun>({
    initialValues: emptyFirstRun,
    validate: entered => errorsOf(step, entered, minimumLength),
  })
  const recordings = useFolderCheck(form, 'recordingsDirectory')
  const copies = useFolderCheck(form, 'backupDirectory')
  const save = useMutation({
    mutationFn: (entered: FirstRun) => calls.accounts.firstRun(asFirstRun(entered)),
    onSuccess: ({ recoveryKey }, { bodyName, workplaceName }) => onFilled({ recoveryKey, bodyName, workplaceName }),
    onError: error => {
      const fields = faultFields(error)
      const [first] = Object.keys(fields)
      if (first !== undefined) setAt(firstRunSteps.indexOf(stepOfField(first)))
      form.setErrors(fields)
    },
  })
  const isLast = step === 'copies'

  async function goOn(entered: FirstRun): Promise<void> {
    const folder = step === 'workplace' ? recordings : isLast ? copies : null
    if (folder && !(await folder.check())) return
    if (isLast) save.mutate(entered)
    else setAt(at + 1)
  }

  return (
    <form onSubmit={form.onSubmit(entered => void goOn(entered))} noValidate>
      <Stack gap="md">
        <Title order={1} size="h2">
          Первый запуск
        </Title>
        <Stepper
          active={at}
          onStepClick={next => next < at && setAt(next)}
          size="xs"
          iconSize={26}
          wrap={false}
          styles={{ separator: { marginInline: 'var(--mantine-spacing-xs)' } }}
          allowNextStepsSelect={false}
        >
          {firstRunSteps.map(name => (
            <Stepper.Step key={name} label={stepWords[name]} />
          ))}
        </Stepper>
        {step === 'administrator' && (
          <Stack gap="sm">
            <Text c="dimmed">Администратор ведёт список сотрудников и настройки. Приёмы он не проводит.</Text>
            <PersonFields form={form} path="administrator" minimumLength={minimumLength} autoFocus />
          </Stack>
        )}
        {step === 'body' && <BodyStep form={form} />}
        {step === 'people' && <PeopleStep form={form} minimumLength={minimumLength} />}
        {step === 'workplace' && <WorkplaceStep form={form} folder={recordings} />}
        {isLast && <CopiesStep form={form} folder={copies} />}
        {save.error && (
          <Alert color="red" title="Сведения не сохранены" role="alert">
            {faultHint(save.error)}
          </Alert>
        )}
        <Group justify="space-between">
          {at > 0 ? (
            <Button variant="default" onClick={() => setAt(at - 1)}>
              Назад
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" size="md" loading={save.isPending || recordings.isChecking || copies.isChecking}>
            {isLast ? 'Завершить настройку' : 'Дальше'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
