import { Button, Group, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { FactButton } from './fact-button.tsx'
import { faultHint } from './fault-hint.ts'
import { GrowingTextarea } from './growing-textarea.tsx'
import { InPlacePanel } from './in-place-panel.tsx'
import { ToneText } from './tone-text.tsx'

interface ReasonDialogProps {
  title: string
  /** What the act means; further fields. */
  children?: ReactNode
  label: string
  button: string
  pending: boolean
  error: unknown
  /** More is needed before the act is possible. */
  blocked?: boolean
  onSubmit: (reason: string) => void
  onClose: () => void
}

const longestReason = 500

/** An act that needs a reason: a new line in the field stays a new line, only the button acts. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, label, button, pending, error, blocked = false, onSubmit, onClose } = props
  const [reason, setReason] = useState('')
  return (
    <InPlacePanel title={title} onClose={onClose}>
      <Stack gap="sm">
        {children}
        <GrowingTextarea
          label={label}
          required
          minRows={2}
          maxRows={6}
          maxLength={longestReason}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        {error !== null && <ToneText tone="bad">{faultHint(error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Отмена
          </Button>
          <FactButton
            loading={pending}
            disabled={blocked || reason.trim() === ''}
            onClick={() => onSubmit(reason.trim())}
          >
            {button}
          </FactButton>
        </Group>
      </Stack>
    </InPlacePanel>
  )
}
