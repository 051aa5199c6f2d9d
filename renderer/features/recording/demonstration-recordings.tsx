import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** While the demonstration still makes its recordings: how many are there; else nothing. */
export function DemonstrationRecordings() {
  const { demonstration } = useDesk()
  const { queries } = useWorkstation()
  const { data } = useQuery({ ...queries.workplace.demonstrationRecordings.queryOptions(), enabled: demonstration })
  if (!data || data.ready >= data.total) return null
  return (
    <Text component="p" role="status" size="xs" c="dimmed">
      Записи демонстрации готовятся: {data.ready} из {data.total}
    </Text>
  )
}
