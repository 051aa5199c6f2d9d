/** Of one file, bytes; both files of a decision together stay below the longest message of the wire. */
export const longestSignedFileBytes = 10 * 1024 * 1024
export const longestSignatureBytes = 512 * 1024

export type PaperKind = 'pdf' | 'jpeg' | 'png'

export const paperTypes: Readonly<Record<PaperKind, { readonly mediaType: string; readonly ending: string }>> = {
  pdf: { mediaType: 'application/pdf', ending: 'pdf' },
  jpeg: { mediaType: 'image/jpeg', ending: 'jpg' },
  png: { mediaType: 'image/png', ending: 'png' },
}

const beginnings: Readonly<Record<PaperKind, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** What a file is by its first bytes, whatever it is called; null: none of the three. */
export function paperKind(bytes: Uint8Array): PaperKind | null {
  const kinds = Object.keys(beginnings) as PaperKind[]
  return kinds.find(kind => beginnings[kind].every((byte, index) => bytes[index] === byte)) ?? null
}

/** The object identifier 1.2.840.113549.1.7.2 (signedData) in DER. */
const signedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]

/**
 * Whether it is a detached signature: CMS/PKCS#7 SignedData, as DER, PEM or bare base64. The signature itself is not
 * verified.
 */
export function isDetachedSignature(bytes: Uint8Array): boolean {
  return isSignedData(bytes) || isSignedData(ofArmour(bytes))
}

/** SEQUENCE, its length, the identifier: nothing else may stand before it. */
function isSignedData(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false
  const first = bytes[1] ?? 0
  const lengthBytes = first >= 0x80 ? 1 + (first & 0x7f) : 1
  if (lengthBytes > 5) return false
  const start = 1 + lengthBytes
  return bytes.length > start + signedData.length && signedData.every((byte, index) => bytes[start + index] === byte)
}

function ofArmour(bytes: Uint8Array): Uint8Array {
  if (bytes.length > longestSignatureBytes) return new Uint8Array()
  const text = Array.from(bytes, byte => (byte < 0x80 ? String.fromCharCode(byte) : '\u0000')).join('')
  const body = text
    .replace(/^\uFEFF?\s*-----BEGIN (?:PKCS7|CMS)-----/u, '')
    .replace(/-----END (?:PKCS7|CMS)-----\s*$/u, '')
    .replaceAll(/\s+/gu, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(body)) return new Uint8Array()
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const decoded: number[] = []
  let [held, bits] = [0, 0]
  for (const sign of body.replaceAll('=', '')) {
    held = ((held << 6) | signs.indexOf(sign)) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      decoded.push((held >> bits) & 0xff)
    }
  }
  return Uint8Array.from(decoded)
}
