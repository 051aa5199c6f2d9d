import * as z from 'zod'

/** What a person may demand of their data: to be told, to be put right, to withdraw the consent (152-ФЗ ст. 9, 14, 20, 21). */
export const SubjectRequestKind = z.enum(['information', 'correction', 'withdrawal'])
export type SubjectRequestKind = z.infer<typeof SubjectRequestKind>

export const SubjectRequestWay = z.enum(['letter', 'phone', 'visit'])
export type SubjectRequestWay = z.infer<typeof SubjectRequestWay>

/** What is erased by itself after its term. */
export const ErasureKind = z.enum(['rawLetter', 'documentDetails'])
export type ErasureKind = z.infer<typeof ErasureKind>
