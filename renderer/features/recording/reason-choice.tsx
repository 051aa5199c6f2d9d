import { Radio, Stack } from '@mantine/core'
import { ViewingReason, viewingReasonText } from '../../../shared/recording/viewing.ts'
import { useDesk } from '../../app/desk.tsx'

interface ReasonChoiceProps {
  value: ViewingReason | null
  onChange: (reason: ViewingReason) => void
}

/** Why a recording is looked at; the control of п. 3.14 is a head's. */
export function ReasonChoice({ value, onChange }: ReasonChoiceProps) {
  const { role } = useDesk().session.account
  const reasons = ViewingReason.options.filter(option => option !== 'control' || role === 'head')
  return (
    <Radio.Group label="Причина" required value={value} onChange={chosen => onChange(ViewingReason.parse(chosen))}>
      <Stack gap="xs" mt="xs">
        {reasons.map(option => (
          <Radio key={option} value={option} label={viewingReasonText(option)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
