import { Box, Button, Code, Collapse } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'

/** What a server said, as it said it: folded, for the technician; never the message itself. */
export function ServerWords({ words }: { words: string }) {
  const [open, setOpen] = useState(false)
  if (words === '') return null
  return (
    <Box>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        rightSection={<IconChevronDown aria-hidden size="1.1em" />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Ответ сервера
      </Button>
      <Collapse expanded={open}>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {words}
        </Code>
      </Collapse>
    </Box>
  )
}
