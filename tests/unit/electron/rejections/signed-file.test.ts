import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDetachedSignature, paperKind } from '../../../../electron/rejections/signed-file.ts'
import { signatureBytes } from './rejection-bench.ts'

const der = Buffer.from(signatureBytes)
const pem = `-----BEGIN PKCS7-----\r\n${der.toString('base64')}\r\n-----END PKCS7-----\r\n`

test('a paper is what its first bytes say, whatever it is called', () => {
  expect(paperKind(Buffer.from('%PDF-1.4'))).toBe('pdf')
  expect(paperKind(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg')
  expect(paperKind(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('png')
  for (const text of ['', '%PD', 'PK\u0003\u0004', '<html>', ' %PDF-1.4'])
    expect(paperKind(Buffer.from(text))).toBeNull()
})

test('a signature as DER, PEM, CMS armour or bare base64', () => {
  for (const bytes of [
    der,
    Buffer.from(pem),
    Buffer.from(pem.replaceAll('PKCS7', 'CMS')),
    Buffer.from(der.toString('base64')),
  ]) {
    expect(isDetachedSignature(bytes)).toBe(true)
  }
  // Plain data instead of signed data; a certificate; a PDF.
  const data = [...signatureBytes.slice(0, 14), 1]
  for (const bytes of [
    Buffer.from(data),
    Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n'),
    Buffer.from('%PDF-1.4'),
  ]) {
    expect(isDetachedSignature(bytes)).toBe(false)
  }
})

test('never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), some => {
      const bytes = Buffer.from(some)
      expect(typeof isDetachedSignature(bytes)).toBe('boolean')
      paperKind(bytes)
    }),
  )
})
