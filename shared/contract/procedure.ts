import { oc } from '@orpc/contract'
import * as z from 'zod'

/** Who may call; checked at the door before the schema. */
export const Role = z.enum(['specialist', 'head', 'technician', 'administrator'])
export type Role = z.infer<typeof Role>

/** `roles: 'anyone'` is for what must answer before a person is known. */
export interface ProcedureMeta {
  readonly roles: readonly Role[] | 'anyone'
}

/** Every procedure of the contract starts here: no roles given means nobody may call. */
export const procedure = oc.$meta<ProcedureMeta>({ roles: [] })
export const allowed = (...roles: Role[]) => procedure.meta({ roles })
export const anyone = procedure.meta({ roles: 'anyone' })
