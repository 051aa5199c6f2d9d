import { Alert, Button, Code, Collapse, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'

interface ScreenFailureProps {
  /** What happened to the user's work. */
  title: string
  /** What was kept and what to do. */
  text: string
  button?: string
  onRetry?: (() => void) | undefined
  /** For the technician, folded. */
  details?: string | undefined
}

/** An error as the product speaks it: happened, kept, what to do; details folded. */
export function ScreenFailure({ title, text, button = 'Повторить', onRetry, details }: ScreenFailureProps) {
  const [open, setOpen] = useState(false)
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert" m="md">
      <Stack gap="sm" align="flex-start">
        <Text>{text}</Text>
        <Group gap="sm">
          {onRetry && (
            <Button leftSection={<IconRefresh aria-hidden size="1.1em" />} onClick={onRetry}>
              {button}
            </Button>
          )}
          {details && (
            <Button
              variant="subtle"
              color="gray"
              rightSection={<IconChevronDown aria-hidden size="1.1em" />}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              Для технического специалиста
            </Button>
          )}
        </Group>
        {details && (
          <Collapse expanded={open}>
            <Code block>{details}</Code>
          </Collapse>
        )}
      </Stack>
    </Alert>
  )
}
