/** Puts bytes into the person's folder of downloads. */
export function saveFile(name: string, base64: string, mimeType: string): void {
  const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: mimeType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
