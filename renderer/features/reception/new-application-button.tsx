import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'

/** «Новая заявка…»: filled only on an empty day, where it is the one thing to do. */
export function NewApplicationButton({ variant, onClick }: { variant: 'default' | 'filled'; onClick: () => void }) {
  return (
    <Button variant={variant} leftSection={<IconPlus aria-hidden size="1.1em" />} onClick={onClick}>
      Новая заявка…
    </Button>
  )
}
