/** Lists of codes apart from their schemas: a screen that only goes through them loads no schema. */

/** Grounds on which a specialist may interrupt a reception (пп. 3.9, 3.12). */
export const interruptionGrounds = [
  'notConnected',
  'microphoneOff',
  'noDemonstration',
  'notIdentified',
  'documentRefused',
  'abuse',
] as const

/** Every way a reception can end; the keys of the outcomes in the regulation file. */
export const outcomeCodes = [
  'held',
  'heldGeneral',
  'notConnected',
  'microphoneOff',
  'noDemonstration',
  'notIdentified',
  'documentRefused',
  'abuse',
  'fault',
  'connectionLost',
  'recordingRefused',
  'endedByCitizen',
  'emergency',
  'other',
  'cancelledRefused',
  'cancelledNotConfirmed',
] as const
