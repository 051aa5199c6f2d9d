import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CheckKind, EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { readChosen } from '../../devices/chosen-devices.ts'
import { type CheckProgress, type CheckStep, noProgress, type StepState } from './measure/check-steps.ts'
import { measurePage } from './measure/measure-page.ts'
import { runRehearsal } from './measure/run-rehearsal.ts'

export interface CheckRun {
  /** null while nothing runs. */
  readonly progress: CheckProgress | null
  /** The check that has just ended here. */
  readonly ended: EquipmentCheck | null
  /** Where the rehearsal can be heard once; null when there is none, or it is erased. */
  readonly playAddress: string | null
  /** It is erased: there is nothing to hear any more. */
  forgetRehearsal(): void
  readonly error: unknown
  start(kind: CheckKind): void
  cancel(): void
  answerTone(heard: boolean): void
}

/** Runs a check from this page: one at a time, cancelled when the screen is left. */
export function useCheck(): CheckRun {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<CheckProgress | null>(null)
  const [ended, setEnded] = useState<EquipmentCheck | null>(null)
  const [playAddress, setPlayAddress] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stopping = useRef<AbortController | null>(null)
  const heard = useRef<(heard: boolean) => void>(() => undefined)

  const run = useCallback(
    async (kind: CheckKind, controller: AbortController) => {
      const { signal } = controller
      const change = (part: Partial<CheckProgress>) =>
        setProgress(before => (signal.aborted ? before : { ...(before ?? noProgress), ...part }))
      const step = (name: CheckStep, state: StepState) =>
        setProgress(before =>
          signal.aborted ? before : { ...(before ?? noProgress), steps: { ...before?.steps, [name]: state } },
        )
      const answer = Promise.withResolvers<boolean>()
      heard.current = answer.resolve
      setProgress({ ...noProgress, steps: { computer: 'running' } })
      try {
        const begun = await calls.equipment.begin({ kind, receptionId: null })
        const { checkId } = begun
        const page = await measurePage({
          ...{ kind, signal, chosen: readChosen(localStorage), heardTone: answer.promise, onProgress: change },
          askServer: begun.server
            ? (method, data) => calls.equipment.askServer({ checkId, method, data: toJson(data) })
            : null,
          onStep: step,
        })
        if (signal.aborted) return void (await calls.equipment.cancel({ checkId }))
        if (kind === 'full' && page.microphone?.problem === null) {
          step('rehearsal', 'running')
          const chosen = readChosen(localStorage)
          const onLevel = (levelDb: number | null) => change({ levelDb })
          const address = await runRehearsal({ calls, checkId, chosen, signal, onLevel })
          step('rehearsal', 'done')
          if (!signal.aborted) setPlayAddress(address)
        }
        if (signal.aborted) {
          await calls.equipment.cancel({ checkId })
          return void (await calls.equipment.eraseRehearsal())
        }
        const check = await calls.equipment.finish({ checkId, page })
        setEnded(check)
        await queryClient.invalidateQueries({ queryKey: queries.equipment.key() })
      } catch (failure) {
        if (!signal.aborted) setError(failure)
      } finally {
        if (stopping.current === controller) {
          stopping.current = null
          setProgress(null)
        }
      }
    },
    [calls, queries, queryClient],
  )

  useEffect(() => () => stopping.current?.abort(), [])

  return {
    progress,
    ended,
    error,
    playAddress,
    forgetRehearsal: () => setPlayAddress(null),
    start(kind) {
      if (stopping.current !== null) return
      const controller = new AbortController()
      stopping.current = controller
      setEnded(null)
      setPlayAddress(null)
      setError(null)
      void run(kind, controller)
    },
    cancel() {
      stopping.current?.abort()
      stopping.current = null
      setProgress(null)
    },
    answerTone: answer => heard.current(answer),
  }
}

/** mediasoup's parameters are plain values; what is undefined does not travel. */
const toJson = (data: object) => JSON.parse(JSON.stringify(data))
