import { Button, CopyButton } from '@mantine/core'
import { IconClipboard } from '@tabler/icons-react'

interface CopyTextButtonProps {
  text: string
  label: string
  /** For some seconds after it was pressed. */
  copiedLabel: string
}

/** Puts a text on the clipboard, to be given to somebody else. */
export function CopyTextButton({ text, label, copiedLabel }: CopyTextButtonProps) {
  return (
    <CopyButton value={text} timeout={4_000}>
      {({ copied, copy }) => (
        <Button variant="default" leftSection={<IconClipboard aria-hidden size="1.1em" />} onClick={copy}>
          {copied ? copiedLabel : label}
        </Button>
      )}
    </CopyButton>
  )
}
