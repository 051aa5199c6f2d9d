import { notifications } from '@mantine/notifications'
import { useCallback, useRef } from 'react'
import { causeText, codeWords, toDoText } from '../../../shared/equipment/result-words.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { readChosen } from '../../devices/chosen-devices.ts'

/**
 * The check a page makes by itself before a reception: the microphone for two seconds, never the camera, never where the
 * person would be asked for permission. It speaks only when something would keep the citizen out.
 */
export function useSilentCheck(): (receptionId: string) => void {
  const { calls } = useWorkstation()
  const isRunning = useRef(false)
  return useCallback(
    (receptionId: string) => {
      if (isRunning.current || document.visibilityState !== 'visible') return
      isRunning.current = true
      void check().finally(() => {
        isRunning.current = false
      })
      async function check(): Promise<void> {
        const permission = await navigator.permissions.query({ name: 'microphone' })
        if (permission.state !== 'granted') return
        try {
          const { checkId } = await calls.equipment.begin({ kind: 'silent', receptionId })
          const { measurePage } = await import('./measure/measure-page.ts')
          const page = await measurePage({
            ...{ kind: 'silent', chosen: readChosen(localStorage), signal: new AbortController().signal },
            ...{ onProgress: () => undefined, onStep: () => undefined, heardTone: Promise.resolve(false) },
            askServer: null,
          })
          const { blocked, results } = await calls.equipment.finish({ checkId, page })
          const trouble = results.find(({ code }) => blocked.includes(code))
          if (!trouble) return
          notifications.show({
            color: 'red',
            autoClose: false,
            title: `Перед приёмом: ${codeWords[trouble.code].toLocaleLowerCase('ru')} — ${causeText(trouble) || 'неисправность'}`,
            message: `${toDoText(trouble)} Подробнее: «Оборудование».`,
          })
        } catch {
          // A reception may have begun meanwhile, or the person checks by hand: there is nothing to tell.
        }
      }
    },
    [calls],
  )
}
