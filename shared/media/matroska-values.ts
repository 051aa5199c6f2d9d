/** A code of the header; what is no printable ASCII drops out. */
export const printable = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.filter(byte => byte >= 0x20 && byte < 0x7f))

/** A float of 4 or 8 bytes; null for anything else. */
export function readFloat(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const value = bytes.length === 4 ? view.getFloat32(0) : bytes.length === 8 ? view.getFloat64(0) : Number.NaN
  return Number.isFinite(value) ? value : null
}

/** Both, one after the other, in memory of their own. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
