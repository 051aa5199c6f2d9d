import type { WaitingRoomLevel } from '../../../shared/telemost/waiting-room.ts'

export const waitingRoomWords: Readonly<Record<WaitingRoomLevel, string>> = {
  PUBLIC: 'Нет: гражданин входит сразу',
  ORGANIZATION: 'Для всех, кто не из организации',
  ADMINS: 'Для всех, кроме организаторов',
}
