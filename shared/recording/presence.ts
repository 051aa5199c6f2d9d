import * as z from 'zod'

/**
 * Where the film of a sealed recording is, as far as the program has looked: in its place with its bytes, gone, with
 * other bytes than were sealed, or in a folder of recordings that is not the one in use.
 */
export const Presence = z.enum(['here', 'missing', 'altered', 'elsewhere'])
export type Presence = z.infer<typeof Presence>
