import type { Role } from '../../../shared/contract/procedure.ts'

/** Roles as people call them, in the order of a first run. */
export const roleWords: Readonly<Record<Role, string>> = {
  specialist: 'Специалист',
  head: 'Руководитель',
  technician: 'Технический специалист',
  administrator: 'Администратор',
}

export const roleOptions = Object.entries(roleWords).map(([value, label]) => ({ value, label }))
export const asRole = (value: string | null): Role =>
  value === 'head' || value === 'technician' || value === 'administrator' ? value : 'specialist'
