import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * Whether a handshake brought the token. The time it takes tells nothing of how much of it was right, nor how long it is.
 * @param {string | undefined} header `Authorization` of the handshake
 * @param {string} token
 */
export function bringsToken(header, token) {
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`))
}

/** @param {string} text */
const digest = text => createHash('sha256').update(text).digest()
