import { TextInput } from '@mantine/core'

interface RecoveryKeyFieldProps {
  value: string
  onChange: (value: string) => void
  error: string | null
}

/** The printed key, as typed: any case, dashes or not. */
export function RecoveryKeyField({ value, onChange, error }: RecoveryKeyFieldProps) {
  return (
    <TextInput
      label="Ключ восстановления"
      description="Девять групп по четыре знака с распечатки, которую хранит руководитель"
      placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
      autoComplete="off"
      spellCheck={false}
      value={value}
      error={error}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
