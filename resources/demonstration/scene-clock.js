// @ts-check
/**
 * A clock a program can read from the recording: 64 black or white blocks, two rows of 32, across the whole width at
 * the top of the page. Row by row, highest bit first: 48 bits of Date.now(), then their CRC-16. Each block is 1/32 of
 * the width and 1/32 of the width high, so that only the width of the picture has to be known to find them.
 * tests/fixtures/scene-clock.ts reads it; the two must agree.
 */
const columns = 32
const timeBits = 48
const checkBits = 16

/** @param {CanvasRenderingContext2D} context @param {number} atMs */
export function drawSceneClock(context, atMs) {
  const { width, height } = context.canvas
  const cellWidth = width / columns
  const cellHeight = height / 2
  for (const [index, bit] of sceneClockBits(atMs).entries()) {
    context.fillStyle = bit ? '#fff' : '#000'
    context.fillRect((index % columns) * cellWidth, Math.floor(index / columns) * cellHeight, cellWidth, cellHeight)
  }
}

/** @param {number} atMs @returns {boolean[]} */
export function sceneClockBits(atMs) {
  const bytes = Array.from(
    { length: timeBits / 8 },
    (_, index) => Math.floor(atMs / 2 ** (timeBits - 8 - 8 * index)) % 256,
  )
  return [...bytes.flatMap(byte => bitsOf(byte, 8)), ...bitsOf(crc16(bytes), checkBits)]
}

/** @param {number} value @param {number} length */
const bitsOf = (value, length) => Array.from({ length }, (_, index) => ((value >> (length - 1 - index)) & 1) === 1)

/** CRC-16/CCITT-FALSE. @param {number[]} bytes */
function crc16(bytes) {
  let crc = 0xffff
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  return crc
}
