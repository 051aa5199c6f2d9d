import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { DeviceChoice } from '../../../shared/equipment/device-choice.ts'
import type { DeviceProblem } from '../../../shared/equipment/measurements.ts'
import { causeText } from '../../../shared/equipment/result-words.ts'
import { LevelMeter } from '../../ui/level-meter.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { listenToVoice, openMicrophone } from './measure/open-microphone.ts'
import { useDevices } from './use-devices.ts'

/** Every microphone with its live bar: the one that moves while one speaks is the one to take. */
export function LiveMicrophones({ onChosen }: { onChosen: () => void }) {
  const { devices, choose } = useDevices()
  const microphones = devices.microphone.filter(({ deviceId }) => !['default', 'communications'].includes(deviceId))
  if (microphones.length === 0) return <Loading label="Ищем микрофоны…" />
  return (
    <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Микрофоны">
      {microphones.map(device => (
        <li key={device.deviceId}>
          <LiveMicrophone
            device={device}
            onChoose={() => {
              choose('microphone', device)
              onChosen()
            }}
          />
        </li>
      ))}
    </Stack>
  )
}

const listenMs = 60_000

function LiveMicrophone({ device, onChoose }: { device: DeviceChoice; onChoose: () => void }) {
  const [levelDb, setLevelDb] = useState<number | null>(null)
  const [problem, setProblem] = useState<DeviceProblem | null>(null)
  useEffect(() => {
    const stopping = new AbortController()
    void (async () => {
      const microphone = await openMicrophone(device)
      if (microphone.kind === 'refused') return setProblem(microphone.measured.problem)
      await listenToVoice({
        ...{ track: microphone.track, signal: stopping.signal, leastMs: listenMs, mostMs: listenMs },
        onLevel: level => setLevelDb(Math.round(level)),
      })
      microphone.close()
    })()
    return () => stopping.abort()
  }, [device])
  return (
    <Group gap="md" wrap="nowrap">
      <Text flex="1 1 50%" truncate>
        {device.label === '' ? 'Микрофон без имени' : device.label}
      </Text>
      {problem === null ? (
        <LevelMeter label="" levelDb={levelDb ?? -120} />
      ) : (
        <ToneText tone="bad">{causeText({ cause: problem })}</ToneText>
      )}
      <Button size="compact-md" variant="light" disabled={problem !== null} onClick={onChoose}>
        Взять этот
      </Button>
    </Group>
  )
}
