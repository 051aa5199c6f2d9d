import { meetingOrigin } from '../../shared/telemost/link.ts'

/**
 * What every answer carries. `style-src 'unsafe-inline'`: Mantine writes its theme variables and responsive styles into
 * <style> elements at run time; scripts stay strict, and with `default-src 'none'` a style cannot send anything out.
 * `connect-src` names Telemost, so that a page can tell whether this very browser reaches the room it opens: its own
 * window says nothing to us. Nothing more than that leaves; a page may open any window anyway.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  `connect-src 'self' ${meetingOrigin}`,
  "img-src 'self' blob: data:",
  "media-src 'self'",
  "font-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'microphone=(self), display-capture=(self), camera=(self), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), payment=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Hashed names never change their content; everything else is asked for anew, and data never touches the disk cache. */
export function cacheControl(path: string): string {
  return /^\/assets\/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(path) ? 'private, max-age=31536000, immutable' : 'no-store'
}
