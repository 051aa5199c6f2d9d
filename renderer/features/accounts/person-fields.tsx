import { Group, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { FirstRun } from '../../../shared/contract/accounts.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { roleOptions } from './role-words.ts'

interface PersonFieldsProps {
  form: UseFormReturnType<FirstRun>
  /** `administrator` or `people.0`. */
  path: string
  minimumLength: number
  autoFocus?: boolean
}

/** One person of the first run. */
export function PersonFields({ form, path, minimumLength, autoFocus = false }: PersonFieldsProps) {
  const field = (name: string) => ({ key: form.key(`${path}.${name}`), ...form.getInputProps(`${path}.${name}`) })
  return (
    <>
      <TextInput
        label="Фамилия, имя, отчество"
        placeholder="Иванова Анна Петровна"
        required
        autoComplete="off"
        autoFocus={autoFocus}
        {...field('fullName')}
      />
      <Group grow align="flex-start">
        <TextInput
          label="Должность"
          placeholder="Главный специалист"
          required
          autoComplete="off"
          {...field('position')}
        />
        {path !== 'administrator' && (
          <Select label="Роль" data={roleOptions} allowDeselect={false} required {...field('role')} />
        )}
      </Group>
      <NewPasswordField
        label={path === 'administrator' ? 'Пароль администратора' : 'Первый пароль (сменит при входе)'}
        minimumLength={minimumLength}
        {...field('password')}
      />
    </>
  )
}
