import { useEffect, useState } from 'react'
import { recordingLockName } from '../../shared/recording/recording-lock.ts'

const askEveryMs = 500

/**
 * Whether a recorder's page of this browser encodes right now, asked of the browser and not of the workstation. A page that
 * died or was closed is told within a second; null until the first answer.
 */
export function useIsPageRecording(): boolean | null {
  const [isRecording, setRecording] = useState<boolean | null>(null)
  useEffect(() => {
    let isAsked = true
    async function ask(): Promise<void> {
      const { held = [] } = await navigator.locks.query()
      if (isAsked) setRecording(held.some(({ name }) => name === recordingLockName))
    }
    void ask()
    const timer = setInterval(() => void ask(), askEveryMs)
    return () => {
      isAsked = false
      clearInterval(timer)
    }
  }, [])
  return isRecording
}
