import { List, Stack } from '@mantine/core'
import type { Slip, Verdict } from '../../../shared/recording/slip.ts'
import { gapText, remarkText, slipText } from '../../../shared/recording/slip-text.ts'
import type { Tone } from '../../ui/tone.ts'
import { ToneText } from '../../ui/tone-text.tsx'

const tones: Record<Verdict, Tone> = { sound: 'good', doubtful: 'warn', damaged: 'bad' }

/** The check in plain words; a gap is told by its own sentence with its cause. */
export function SlipWords({ slip }: { slip: Slip }) {
  const remarks = slip.remarks.filter(remark => remark.code !== 'gap')
  return (
    <Stack gap="xs">
      <ToneText tone={tones[slip.verdict]} fw={600}>
        {slipText(slip)}
      </ToneText>
      {(remarks.length > 0 || slip.gaps.length > 0) && (
        <List size="sm" aria-label="Замечания проверки">
          {slip.gaps.map(gap => (
            <List.Item key={gap.startMs}>{gapText(gap)}</List.Item>
          ))}
          {remarks.map(remark => (
            <List.Item key={remark.code}>{remarkText(remark)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  )
}
