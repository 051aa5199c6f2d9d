import type { UseFormReturnType } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { FirstRun, FolderCheck } from '../../../shared/contract/accounts.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'

export type FolderName = 'recordingsDirectory' | 'backupDirectory'

export interface FolderState {
  readonly name: FolderName
  /** As entered, without spaces around. */
  readonly entered: string
  /** What was found out about the folder that stands in the field now. */
  readonly found: FolderCheck | null
  readonly isChecking: boolean
  /** Whether one may go on; what is wrong is said at the field. An empty field is a decision too. */
  check(): Promise<boolean>
}

/** Tries a folder of the first run before anything is kept there. */
export function useFolderCheck(form: UseFormReturnType<FirstRun>, name: FolderName): FolderState {
  const { calls } = useWorkstation()
  const entered = (form.getValues()[name] ?? '').trim()
  const check = useMutation({ mutationFn: (directory: string) => calls.accounts.checkFolder({ directory }) })
  return {
    name,
    entered,
    found: check.data?.directory === entered ? check.data : null,
    isChecking: check.isPending,
    async check() {
      if (entered === '') return true
      try {
        await check.mutateAsync(entered)
        return true
      } catch (error) {
        form.setFieldError(name, faultFields(error).directory ?? faultHint(error))
        return false
      }
    },
  }
}
