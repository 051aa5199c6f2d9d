import { Button, Group, Stack, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Passport } from '../../../shared/contract/equipment.ts'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'

const empty: Passport = { inventoryNumber: '', room: '', owner: '', nearby: '' }
const fields = [
  { name: 'inventoryNumber', label: 'Инвентарный номер' },
  { name: 'room', label: 'Кабинет' },
  { name: 'owner', label: 'Чьё оборудование (п. 3.2)' },
  { name: 'nearby', label: 'Кто рядом' },
] as const

/** «Паспорт рабочего места». */
export function PassportForm() {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const { role } = useDesk().session.account
  const mayChange = role !== 'head'
  const [changes, setChanges] = useState<Partial<Passport>>({})
  const passport = useQuery(queries.equipment.passport.queryOptions())
  const save = useMutation({
    mutationFn: () => calls.equipment.savePassport({ ...empty, ...passport.data, ...changes }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.equipment.passport.key() })
      setChanges({})
    },
  })
  if (passport.data === undefined) return null
  const shown = { ...empty, ...passport.data, ...changes }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Stack gap="xs">
        <Title order={3} size="h5">
          Паспорт рабочего места
        </Title>
        <Group align="flex-end" gap="sm">
          {fields.map(({ name, label }) => (
            <TextInput
              key={name}
              label={label}
              autoComplete="off"
              readOnly={!mayChange}
              value={shown[name]}
              onChange={event => setChanges({ ...changes, [name]: event.currentTarget.value })}
            />
          ))}
          {mayChange && (
            <Button
              type="submit"
              variant="default"
              loading={save.isPending}
              disabled={Object.keys(changes).length === 0}
            >
              Сохранить паспорт
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
