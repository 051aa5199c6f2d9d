/** The two containers of icons: both hold PNG pictures as they are. Pure. */

/**
 * Windows: a directory of 16-byte entries, then the pictures. Sizes above 256 have no entry.
 * @param {ReadonlyMap<number, Buffer>} pictures size in pixels → PNG
 */
export function makeIco(pictures) {
  const shown = [...pictures].filter(([size]) => size <= 256)
  const head = Buffer.alloc(6 + 16 * shown.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(shown.length, 4)
  let offset = head.length
  shown.forEach(([size, png], index) => {
    const at = 6 + 16 * index
    // A byte holds no 256: 0 stands for it.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...shown.map(([, png]) => png)])
}

/** Types of PNG entries by size. */
const icnsTypes = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
])

/**
 * macOS: entries of type, length and picture, one after the other.
 * @param {ReadonlyMap<number, Buffer>} pictures size in pixels → PNG
 */
export function makeIcns(pictures) {
  const entries = [...pictures].flatMap(([size, png]) => {
    const type = icnsTypes.get(size)
    return type ? [lengthPrefixed(type, png)] : []
  })
  return lengthPrefixed('icns', Buffer.concat(entries))
}

/**
 * @param {string} type four letters
 * @param {Buffer} content
 */
function lengthPrefixed(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
