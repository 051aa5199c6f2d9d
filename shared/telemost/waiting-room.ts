import * as z from 'zod'

/** Who waits until somebody lets them in: nobody, people from outside, everybody but the hosts (Telemost's API). */
export const WaitingRoomLevel = z.enum(['PUBLIC', 'ORGANIZATION', 'ADMINS'])
export type WaitingRoomLevel = z.infer<typeof WaitingRoomLevel>
