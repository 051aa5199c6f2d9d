import { Stack } from '@mantine/core'
import type { RecorderView } from '../../../shared/contract/workplace.ts'
import { LevelMeter } from '../../ui/level-meter.tsx'

/** Both voices as the recording hears them. */
export function Meters({ recorder }: { recorder: RecorderView }) {
  return (
    <Stack gap="xs">
      <LevelMeter label="гражданин" levelDb={recorder.citizenLevelDb} />
      <LevelMeter label="специалист" levelDb={recorder.microphoneMuted ? null : recorder.specialistLevelDb} />
    </Stack>
  )
}
