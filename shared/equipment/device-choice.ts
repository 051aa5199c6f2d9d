/** A device as it was chosen: ids are per profile and may change, label and group stay with the thing itself. */
export interface DeviceChoice {
  readonly deviceId: string
  readonly label: string
  readonly groupId: string
}

export const defaultDevice: DeviceChoice = { deviceId: '', label: '', groupId: '' }

/**
 * The device of today that was chosen earlier: by its id, else by label and group, else by label alone, else by group;
 * null where it is not there. The default is always there.
 */
export function findChosen<Device extends DeviceChoice>(
  devices: readonly Device[],
  choice: DeviceChoice,
): Device | DeviceChoice | null {
  if (choice.deviceId === '') return defaultDevice
  const by = (isIt: (device: Device) => boolean) => devices.find(device => device.deviceId !== '' && isIt(device))
  return (
    by(device => device.deviceId === choice.deviceId) ??
    by(device => choice.label !== '' && device.label === choice.label && device.groupId === choice.groupId) ??
    by(device => choice.label !== '' && device.label === choice.label) ??
    by(device => choice.groupId !== '' && device.groupId === choice.groupId) ??
    null
  )
}
