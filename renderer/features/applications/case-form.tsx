import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import classes from './applications.module.css'
import { useFirstError } from './use-first-error.ts'

interface CaseFormProps {
  title: string
  /** The letter the fields were filled from; null = none. */
  beside: ReactNode
  /** Why the primary cannot be pressed, in words; null = it can. */
  unready: string | null
  primary: string
  pending: boolean
  /** Errors of the fields, told apart by identity. */
  errors: object
  failure: { readonly title: string; readonly error: unknown } | null
  /** Beside the primary. */
  others?: ReactNode
  onSubmit: () => void
  onCancel: () => void
  /** Where the focus goes when it opens; `itself`: its contents see to that. */
  startsAt?: 'field' | 'itself'
  children: ReactNode
}

/**
 * The one form of a case: the letter on the left where there is one, the fields on the right, what is done with them below
 * and always in sight. A refusal scrolls to its first field and puts the focus there.
 */
export function CaseForm(props: CaseFormProps) {
  const { unready, pending, failure, children } = props
  const fields = useRef<HTMLDivElement>(null)
  const reasonId = useId()
  const { asked } = useFirstError(fields, props.errors, failure?.error)
  const startsAtField = props.startsAt !== 'itself'
  useEffect(() => {
    if (startsAtField)
      fields.current
        ?.querySelector<HTMLElement>('input:not(:disabled, .mantine-DateInput-input)')
        ?.focus({ preventScroll: true })
  }, [startsAtField])
  const submit = () => {
    asked()
    props.onSubmit()
  }
  return (
    <Paper withBorder component="section" aria-label={props.title} className={classes.form}>
      <FactForm ready={unready === null} pending={pending} onFact={submit}>
        <div className={classes.formGrid} data-beside={props.beside !== null || undefined}>
          {props.beside !== null && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
            <section className={classes.beside} aria-label="Текст письма" tabIndex={0}>
              {props.beside}
            </section>
          )}
          <div className={classes.fields} ref={fields}>
            <Stack gap="sm">
              <Title order={2} size="h4">
                {props.title}
              </Title>
              {children}
              {failure !== null && (
                <Alert color="red" role="alert" title={failure.title} tabIndex={-1} data-failure>
                  {faultHint(failure.error)}
                </Alert>
              )}
            </Stack>
          </div>
        </div>
        <Group className={classes.bar} gap="sm" align="center" onClickCapture={asked}>
          <FactButton
            loading={pending}
            disabled={unready !== null}
            aria-describedby={unready === null ? undefined : reasonId}
            aria-keyshortcuts="Control+Enter"
            rightSection={unready === null ? <HotkeyHint keys="Ctrl+Enter" /> : null}
            onClick={submit}
          >
            {props.primary}
          </FactButton>
          {props.others}
          <Button variant="subtle" onClick={props.onCancel}>
            Отмена
          </Button>
          {unready !== null && (
            <Text size="sm" id={reasonId} role="status">
              {unready}
            </Text>
          )}
        </Group>
      </FactForm>
    </Paper>
  )
}
