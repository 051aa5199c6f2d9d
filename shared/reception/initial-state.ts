import type { InstantText, ReceptionState } from './state.ts'

/** A reception before its first event. */
export function initialState({
  appointedAt,
  specialistId,
}: {
  appointedAt: InstantText
  specialistId: string
}): ReceptionState {
  return {
    step: { name: 'scheduled' },
    facts: {
      appointedAt,
      specialistId,
      roomOpenedAt: null,
      lamps: { connected: null, audible: null, documentShown: null },
      connectedAt: null,
      noticeGivenAt: null,
      noticeDue: false,
      identification: null,
      personalInformationAllowed: false,
      documentShown: [],
      shownMethod: null,
      extensions: [],
      overtimeLeftAt: null,
      contactMeans: 'voice',
      presentPersons: [],
      connectionLosses: [],
      faults: [],
      otherWorkplace: null,
      calls: [],
      warnings: [],
      headInformedAt: null,
      emergencyCalls: [],
      leftRoomAt: null,
      interruption: null,
      recordingRefusedAt: null,
      rightsExplainedAt: null,
      endedAt: null,
      workInterruptions: [],
      reopenings: [],
    },
    nextSequence: 0,
  }
}
