import * as z from 'zod'

/** Where a recording stands: being made, being proven, proven, not proven, gone after its term. */
export const RecordingState = z.enum(['recording', 'sealing', 'sealed', 'sealFailed', 'destroyed'])
export type RecordingState = z.infer<typeof RecordingState>
