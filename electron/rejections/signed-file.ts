import { longestSignatureBytes } from '../../shared/rejections/signed-file.ts'
import { mediaTypes } from '../documents/media-types.ts'

type PaperKind = 'pdf' | 'jpeg' | 'png'

export const paperTypes: Readonly<Record<PaperKind, { readonly mediaType: string; readonly ending: string }>> = {
  pdf: { mediaType: mediaTypes.pdf, ending: 'pdf' },
  jpeg: { mediaType: 'image/jpeg', ending: 'jpg' },
  png: { mediaType: 'image/png', ending: 'png' },
}

const beginnings: Readonly<Record<PaperKind, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** What a file is by its first bytes, whatever it is called; null: none of the three. */
export function paperKind(bytes: Buffer): PaperKind | null {
  const kinds = Object.keys(beginnings) as PaperKind[]
  return kinds.find(kind => beginnings[kind].every((byte, index) => bytes[index] === byte)) ?? null
}

/** The object identifier 1.2.840.113549.1.7.2 (signedData) in DER. */
const signedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]

/**
 * Whether it is a detached signature: CMS/PKCS#7 SignedData, as DER, PEM or bare base64. The signature itself is not
 * verified.
 */
export function isDetachedSignature(bytes: Buffer): boolean {
  return isSignedData(bytes) || isSignedData(ofArmour(bytes))
}

/** SEQUENCE, its length, the identifier: nothing else may stand before it. */
function isSignedData(bytes: Buffer): boolean {
  if (bytes[0] !== 0x30) return false
  const first = bytes[1] ?? 0
  const lengthBytes = first >= 0x80 ? 1 + (first & 0x7f) : 1
  if (lengthBytes > 5) return false
  const start = 1 + lengthBytes
  return bytes.length > start + signedData.length && signedData.every((byte, index) => bytes[start + index] === byte)
}

/** The bytes inside of PEM or bare base64; empty where it is neither. */
function ofArmour(bytes: Buffer): Buffer {
  if (bytes.length > longestSignatureBytes) return Buffer.alloc(0)
  const body = bytes
    .toString('latin1')
    .replace(/^[\t-\r ]*-----BEGIN (?:PKCS7|CMS)-----/, '')
    .replace(/-----END (?:PKCS7|CMS)-----[\t-\r ]*$/, '')
    .replaceAll(/[\t-\r ]+/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? Buffer.from(body, 'base64') : Buffer.alloc(0)
}
