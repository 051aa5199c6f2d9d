import { useMutation } from '@tanstack/react-query'
import { useDesk } from './desk.tsx'
import { useWorkstation } from './workstation-provider.tsx'

/** Address of the recorder's page on the host that served this one. */
const recorderAddress = '/recorder'

/**
 * Opens the recorder's window (or brings it back). A host that cannot open windows leaves it to this page:
 * `noopener`, so that a crash of the interface never takes the recorder along.
 */
export function useOpenRecorder() {
  const { calls } = useWorkstation()
  const { can } = useDesk()
  return useMutation({
    mutationFn: async () => {
      if (can.openRecorderWindow) await calls.workplace.openRecorder()
      else window.open(recorderAddress, '_blank', 'noopener,popup,width=440,height=560')
    },
  })
}
