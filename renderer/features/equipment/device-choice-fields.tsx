import { Group, Select } from '@mantine/core'
import { findChosen } from '../../../shared/equipment/device-choice.ts'
import type { DeviceKind } from '../../devices/chosen-devices.ts'
import { type DeviceOption, useDevices } from './use-devices.ts'

const kinds: readonly { readonly kind: DeviceKind; readonly label: string }[] = [
  { kind: 'camera', label: 'Камера' },
  { kind: 'microphone', label: 'Микрофон' },
  { kind: 'speaker', label: 'Динамики или наушники' },
]

/** Which devices are checked and used in the reception; the choice is kept by name, not only by number. */
export function DeviceChoiceFields({ disabled }: { disabled: boolean }) {
  const { devices, chosen, choose } = useDevices()
  return (
    <Group gap="md" align="flex-end" wrap="wrap">
      {kinds.map(({ kind, label }) => {
        const found = findChosen(devices[kind], chosen[kind])
        return (
          <Select
            key={kind}
            label={label}
            flex="1 1 16rem"
            disabled={disabled}
            allowDeselect={false}
            data={optionsOf(devices[kind])}
            value={found?.deviceId ?? ''}
            {...(found === null ? { description: `Не подключено: ${chosen[kind].label}` } : {})}
            onChange={deviceId => {
              const device = devices[kind].find(option => option.deviceId === deviceId)
              choose(kind, device ?? { deviceId: '', label: '', groupId: '' })
            }}
          />
        )
      })}
    </Group>
  )
}

/** «default» and «communications» are names of the same devices: the system's choice stands for both. */
const optionsOf = (devices: readonly DeviceOption[]) => [
  { value: '', label: 'По выбору системы' },
  ...devices
    .filter(({ deviceId }) => !['', 'default', 'communications'].includes(deviceId))
    .map(({ deviceId, label }) => ({ value: deviceId, label: label === '' ? 'Устройство без имени' : label })),
]
