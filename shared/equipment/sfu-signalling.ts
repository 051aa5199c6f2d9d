import * as z from 'zod'

/**
 * What the check says to the department's media server and to the test's endpoint: JSON over a WebSocket,
 * `{id, method, data}` → `{id, result}` or `{id, error}`. The token goes with the handshake (`Authorization: Bearer`).
 * Parameters are mediasoup's own and pass through unread.
 */
export const SfuMethod = z.enum(['capabilities', 'createTransport', 'connectTransport', 'produce', 'consume', 'resume'])
export type SfuMethod = z.infer<typeof SfuMethod>

export const SfuAnswer = z.union([
  z.strictObject({ id: z.int(), result: z.json() }),
  z.strictObject({ id: z.int(), error: z.string() }),
])
export type SfuAnswer = z.infer<typeof SfuAnswer>

/** Where the server is and what opens it; of this computer, in the profile. */
export const SfuAddress = z.strictObject({
  url: z.url({ protocol: /^wss?$/ }),
  token: z.string().min(16).max(500),
})
export type SfuAddress = z.infer<typeof SfuAddress>
