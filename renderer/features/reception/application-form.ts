import type { UseFormReturnType } from '@mantine/form'
import type { ApplicationValues } from './application-values.ts'

/** The form as its groups of fields get it. */
export type ApplicationForm = UseFormReturnType<ApplicationValues>
