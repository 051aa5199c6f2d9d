import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TakeoverResult } from '../../../shared/contract/takeover.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import { useToday } from '../../app/use-today.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { TakeoverLines } from './takeover-lines.tsx'

interface TakeoverFormProps {
  fromId: string | null
  onDone: (result: TakeoverResult) => void
  onClose: () => void
}

interface Values {
  fromId: string | null
  toId: string | null
  since: string | null
  until: string | null
  basis: string
}

/** Who gives to whom, for which days, and which of the receptions; everything possible is chosen at first. */
export function TakeoverForm({ fromId, onDone, onClose }: TakeoverFormProps) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const today = useToday()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const form = useForm<Values>({
    initialValues: { fromId, toId: null, since: null, until: null, basis: '' },
    validate: { basis: value => (value.trim() === '' ? 'Укажите, кто и почему решил' : null) },
  })
  const { values } = form
  const people = useQuery(queries.takeover.people.queryOptions())
  const { basis: _basis, ...between } = values
  const chosenPeople = values.fromId !== null && values.toId !== null && values.fromId !== values.toId
  const preview = useQuery({
    ...queries.takeover.preview.queryOptions({
      input: { ...between, fromId: values.fromId ?? '', toId: values.toId ?? '', staying: [...left] },
    }),
    enabled: chosenPeople,
    // Between two choices somebody may have been appointed.
    staleTime: 0,
    // A box changes what stands against the others: the list stays where it is until that is known.
    placeholderData: keepPreviousData,
  })
  const lines = chosenPeople ? (preview.data ?? []) : []
  const chosen = lines.filter(line => line.possible && !left.has(line.receptionId))
  const ready = chosen.length > 0 && !preview.isPlaceholderData
  const carryOut = useMutation({
    mutationFn: ({ fromId: giver, toId, basis }: Values) =>
      calls.takeover.carryOut({
        ...{ fromId: giver ?? '', toId: toId ?? '', basis: basis.trim() },
        receptions: chosen.map(({ receptionId, expectedSequence }) => ({ receptionId, expectedSequence })),
      }),
    onSuccess: result => {
      void queryClient.invalidateQueries({ queryKey: queries.takeover.key() })
      void queryClient.invalidateQueries({ queryKey: queries.receptions.day.key() })
      onDone(result)
    },
    onError: error => form.setErrors(faultFields(error)),
  })
  const submit = () => form.onSubmit(entered => carryOut.mutate(entered))()
  const givers = (people.data ?? []).filter(({ ahead }) => ahead > 0)
  const takers = (people.data ?? []).filter(({ id, receives }) => receives && id !== values.fromId)
  const failure = people.error ?? preview.error ?? carryOut.error
  return (
    <FactForm ready={ready} pending={carryOut.isPending} onFact={submit}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <Select
            label="От кого"
            placeholder="Чьи приёмы"
            required
            data={givers.map(giver => ({
              value: giver.id,
              label: `${giver.shortName}${giver.receives ? '' : ' (не работает)'}: ${countText(giver.ahead, nouns.reception)}`,
            }))}
            description={people.data && givers.length === 0 ? 'Назначенных приёмов нет ни у кого' : null}
            {...form.getInputProps('fromId')}
          />
          <Select
            label="Кому"
            placeholder="Кто проведёт"
            required
            data={takers.map(({ id, shortName, position }) => ({ value: id, label: `${shortName}, ${position}` }))}
            description={
              people.data && takers.length === 0 ? 'Других специалистов нет: их добавляет администратор' : null
            }
            {...form.getInputProps('toId')}
          />
        </Group>
        <Group grow align="flex-start">
          <DayField
            label="С какого дня"
            description="Пусто — с сегодняшнего"
            minDate={today}
            clearable
            {...form.getInputProps('since')}
          />
          <DayField
            label="По какой день"
            description="Пусто — все назначенные"
            minDate={today}
            clearable
            {...form.getInputProps('until')}
          />
        </Group>
        {chosenPeople && preview.data && (
          <TakeoverLines
            lines={lines}
            left={left}
            onToggle={receptionId =>
              setLeft(before => {
                const after = new Set(before)
                if (!after.delete(receptionId)) after.add(receptionId)
                return after
              })
            }
          />
        )}
        <GrowingTextarea
          label="Кто и почему решил"
          description="Например: больничный, решила начальник отдела. Хранится с именем того, кто передал"
          required
          minRows={2}
          maxRows={5}
          maxLength={500}
          autoComplete="off"
          {...form.getInputProps('basis')}
        />
        <Text size="sm">
          Время и ссылка остаются прежними, подтверждение гражданина остаётся в силе. В графе 6 журнала будет новый
          специалист. Кому уже сообщили о прежнем, тому составляется уведомление о замене.
        </Text>
        {failure && (
          <Alert color="red" role="alert" title="Приёмы не переданы">
            {faultHint(failure)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Отмена
          </Button>
          <FactButton loading={carryOut.isPending} disabled={!ready} onClick={submit}>
            {chosen.length === 0 ? 'Передать' : `Передать ${countText(chosen.length, nouns.reception)}`}
          </FactButton>
        </Group>
      </Stack>
    </FactForm>
  )
}
