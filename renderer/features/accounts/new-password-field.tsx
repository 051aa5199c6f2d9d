import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** A password that is being chosen: what is asked of it stands beside it from the start. */
export function NewPasswordField({ minimumLength, ...input }: PasswordInputProps & { minimumLength: number }) {
  return (
    <PasswordInput
      description={`Не короче ${minimumLength} знаков; удобно запомнить несколько слов`}
      autoComplete="new-password"
      required
      visibilityToggleButtonProps={{ 'aria-label': 'Показать пароль' }}
      {...input}
    />
  )
}

interface NewPasswordTwiceProps {
  minimumLength: number
  password: string
  repeated: string
  onPassword: (password: string) => void
  onRepeated: (repeated: string) => void
  /** What the workstation said of it. */
  error: string | undefined
  autoFocus?: boolean
}

/** A person's own new password, typed twice: nobody sees what was mistyped. */
export function NewPasswordTwice(props: NewPasswordTwiceProps) {
  const { minimumLength, password, repeated, onPassword, onRepeated, error, autoFocus = false } = props
  const isUnequal = repeated !== '' && repeated !== password
  return (
    <>
      <NewPasswordField
        label="Ваш новый пароль"
        minimumLength={minimumLength}
        autoFocus={autoFocus}
        value={password}
        error={error}
        onChange={event => onPassword(event.currentTarget.value)}
      />
      <PasswordInput
        label="Новый пароль ещё раз"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Показать пароль' }}
        value={repeated}
        error={isUnequal ? 'Пароли не совпадают' : null}
        onChange={event => onRepeated(event.currentTarget.value)}
      />
    </>
  )
}
