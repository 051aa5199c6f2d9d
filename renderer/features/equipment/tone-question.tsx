import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { readChosen } from '../../devices/chosen-devices.ts'
import { playTone } from './measure/measure-speaker.ts'

/** The ear of a person is the last word about the output; asked as long as nobody has answered. */
export function ToneQuestion({ check }: { check: EquipmentCheck }) {
  const { calls } = useWorkstation()
  const [playing, setPlaying] = useState(false)
  const answer = useMutation({
    mutationFn: (heard: boolean) => calls.equipment.answerTone({ checkId: check.id, heard }),
  })
  const tone = check.results.find(({ code }) => code === 'speakerTone')
  if (!tone || tone.state === 'good' || tone.cause === 'absent') return null
  async function playAgain(): Promise<void> {
    setPlaying(true)
    await playTone(readChosen(localStorage).speaker, new AbortController().signal)
    setPlaying(false)
  }
  return (
    <Group gap="sm" role="group" aria-label="Слышен ли тон">
      <Text>Слышен ли вам тон?</Text>
      <Button size="compact-md" variant="default" loading={playing} onClick={() => void playAgain()}>
        Повторить тон
      </Button>
      <Button size="compact-md" loading={answer.isPending} onClick={() => answer.mutate(true)}>
        Слышу
      </Button>
      <Button size="compact-md" variant="default" disabled={answer.isPending} onClick={() => answer.mutate(false)}>
        Не слышу
      </Button>
    </Group>
  )
}
