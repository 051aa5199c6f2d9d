/** How an upload ended: `refused` — the workstation did not take it, `cut` — it never learned of the end. */
export type UploadEnding = 'done' | 'refused' | 'cut' | 'cancelled'

/**
 * Streams a file to our own origin; the session cookie goes along. XMLHttpRequest, because fetch tells nothing of the
 * progress of what it sends.
 */
export function uploadFile(options: {
  url: string
  file: Blob
  signal: AbortSignal
  /** 0…1 */
  onProgress: (share: number) => void
}): Promise<UploadEnding> {
  const { url, file, signal, onProgress } = options
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () => resolve(request.status === 204 ? 'done' : 'refused'))
    request.addEventListener('error', () => resolve('cut'))
    request.addEventListener('abort', () => resolve('cancelled'))
    signal.addEventListener('abort', () => request.abort())
    request.open('POST', url)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.send(file)
  })
}
