import { Fieldset, Select, Stack, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { type AssignedTarget, assignedTargetWords, fieldsAssigned } from '../../../shared/letters/assigned-field.ts'
import type { ReadApplication } from '../../../shared/letters/letter-reading.ts'
import classes from './applications.module.css'
import { problemsRead, type RegistrationValues, valuesRead } from './registration-values.ts'

interface UnknownFieldsProps {
  form: UseFormReturnType<RegistrationValues>
  /** «Поле: значение» of the letter whose names nobody knows. */
  unknown: ReadApplication['unknown']
  today: string
}

const targets = Object.entries(assignedTargetWords).map(([value, label]) => ({ value, label }))

/** Fields of a letter under unknown names: a person says what each of them is, and it stands in the form at once. */
export function UnknownFields({ form, unknown, today }: UnknownFieldsProps) {
  const [assigned, setAssigned] = useState<ReadonlyMap<number, AssignedTarget>>(new Map())
  const assign = (index: number, value: string, target: AssignedTarget | null) => {
    const before = assigned.get(index)
    // What this line filled in is taken back, unless somebody has typed over it.
    if (before !== undefined) {
      const given = Object.entries(valuesRead(fieldsAssigned(before, value, today))) as [
        keyof RegistrationValues,
        unknown,
      ][]
      for (const [name, was] of given) {
        if (form.getValues()[name] !== was) continue
        form.setFieldValue(name, form.getInitialValues()[name])
        form.clearFieldError(name)
      }
    }
    const next = new Map(assigned)
    if (target === null) next.delete(index)
    else {
      next.set(index, target)
      const fields = fieldsAssigned(target, value, today)
      form.setValues(valuesRead(fields))
      for (const { name } of fields) form.clearFieldError(name)
      for (const [name, problem] of Object.entries(problemsRead(fields))) form.setFieldError(name, problem)
    }
    setAssigned(next)
  }
  return (
    <Fieldset legend="Поля письма, которых программа не знает">
      <Stack gap="xs">
        <Text size="sm">Выберите, что это: значение встанет в поле заявки. Проверьте его там.</Text>
        {unknown.map(({ label, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: labels of a letter may repeat, and the list never changes
          <div key={index} className={classes.unknownField}>
            <div>
              <Text size="sm" c="dimmed">
                {label}
              </Text>
              <Text className={classes.unknownValue}>{value}</Text>
            </div>
            <Select
              aria-label={`Что такое «${label}»`}
              placeholder="Не использовать"
              data={targets}
              clearable
              searchable
              nothingFoundMessage="Такого поля нет"
              value={assigned.get(index) ?? null}
              onChange={chosen => assign(index, value, chosen as AssignedTarget | null)}
            />
          </div>
        ))}
      </Stack>
    </Fieldset>
  )
}
