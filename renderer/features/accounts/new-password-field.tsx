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
