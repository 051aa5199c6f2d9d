import { Select, type SelectProps } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'

interface SpecialistFieldProps extends Pick<SelectProps, 'value' | 'onChange' | 'error'> {
  /** Whose reception it is now. */
  exceptId: string
}

/** Who takes the reception over, of those who receive citizens here. */
export function SpecialistField({ exceptId, error, ...input }: SpecialistFieldProps) {
  const { queries } = useWorkstation()
  const colleagues = useQuery(queries.accounts.colleagues.queryOptions())
  const others = (colleagues.data ?? []).filter(({ id, role }) => role === 'specialist' && id !== exceptId)
  const nobody = colleagues.data !== undefined && others.length === 0
  return (
    <Select
      {...input}
      label="Кто проведёт приём"
      required
      placeholder="Выберите специалиста"
      description={nobody ? 'Других специалистов нет: их добавляет администратор' : null}
      data={others.map(({ id, shortName, position }) => ({ value: id, label: `${shortName}, ${position}` }))}
      error={colleagues.error ? faultHint(colleagues.error) : error}
    />
  )
}
