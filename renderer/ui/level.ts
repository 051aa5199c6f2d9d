const floorDb = -60
const audibleDb = -50

/** Place of a level on the bar, 0…1: −60 dBFS and below is empty, 0 dBFS full. */
export const levelShare = (levelDb: number): number => Math.min(1, Math.max(0, (levelDb - floorDb) / -floorDb))

/** The level in a word, for those who do not see the bar. */
export const levelWord = (levelDb: number): string =>
  levelDb <= floorDb ? 'тишина' : levelDb <= audibleDb ? 'тихо' : 'слышно'
