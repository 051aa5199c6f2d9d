import { Button } from '@mantine/core'

export function ClearFilterButton({ onClear }: { onClear: () => void }) {
  return (
    <Button variant="default" onClick={onClear}>
      Показать весь журнал
    </Button>
  )
}
