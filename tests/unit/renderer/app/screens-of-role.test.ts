import { expect, test } from 'vitest'
import { hasSettings, isScreenOf, receivesCitizens } from '../../../../renderer/app/screens-of-role.ts'
import { contract } from '../../../../shared/contract/contract.ts'
import { type ProcedureMeta, Role } from '../../../../shared/contract/procedure.ts'

const mayCall = (procedure: { '~orpc': { meta: ProcedureMeta } }, role: Role): boolean => {
  const { roles } = procedure['~orpc'].meta
  return roles === 'anyone' || roles.includes(role)
}

test.each(Role.options)('the screens of %s are those whose list the role may read', role => {
  const { receptions, journal, recordings, accounts, backup } = contract
  expect(receivesCitizens(role)).toBe(
    mayCall(receptions.day, role) && mayCall(receptions.open, role) && mayCall(journal.list, role),
  )
  expect(isScreenOf(role, '/recordings')).toBe(mayCall(recordings.list, role))
  expect(hasSettings(role)).toBe(mayCall(accounts.staff, role) || mayCall(backup.list, role))
  expect(isScreenOf(role, '/settings')).toBe(hasSettings(role))
  expect(isScreenOf(role, `/reception/${crypto.randomUUID()}`)).toBe(mayCall(receptions.act, role))
  expect(isScreenOf(role, '/')).toBe(true)
})
