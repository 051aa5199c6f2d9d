import { silenceDb } from '../capture/levels.ts'

/** Quieter than this looks like nothing on the bar. */
const floorDb = -60

/** Share of the bar for a level in dBFS: 0 … 1. */
export function meterShare(levelDb: number): number {
  return Math.min(1, Math.max(0, 1 - levelDb / floorDb))
}

/** A word beside the bar: colour and length alone carry no meaning. */
export function meterWord(levelDb: number): string {
  if (levelDb <= silenceDb) return 'нет звука'
  return levelDb < floorDb ? 'тихо' : 'слышно'
}
