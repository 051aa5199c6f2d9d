import { describe, expect, test } from 'vitest'
import { ReceptionAction } from '../../../../shared/reception/event.ts'
import type { RefusalCode } from '../../../../shared/reception/refusal.ts'
import type { ReceptionStepName } from '../../../../shared/reception/state.ts'
import { everyStep, stepNames } from './every-step.ts'
import { act, answerTo, at } from './history-of.ts'

/** What a step says to whatever does not belong to it; the rows below name every pair that differs. */
const usual: Readonly<Record<ReceptionStepName, RefusalCode>> = {
  scheduled: 'notStarted',
  cancelled: 'receptionFinished',
  moved: 'receptionFinished',
  closed: 'receptionFinished',
  moving: 'receptionMoves',
  waiting: 'notConnectedYet',
  notifying: 'noticeFirst',
  identifying: 'identificationFirst',
  consulting: 'alreadyDone',
  connectionLost: 'connectionIsLost',
  fault: 'faultIsOpen',
  closing: 'talkIsOver',
}

interface Row {
  readonly action: ReceptionAction
  readonly name: string
  /** «→ step», «→ closing:proposed outcome», or «✗code». */
  readonly cells: Partial<Record<ReceptionStepName, string>>
}

/** Every event at 09:20, after the ten minutes of the wait, in every step. */
const rows: readonly Row[] = [
  {
    action: act.roomOpened,
    name: 'roomOpened',
    cells: { scheduled: '→ waiting', waiting: '✗alreadyDone', notifying: '✗alreadyDone', identifying: '✗alreadyDone' },
  },
  {
    action: act.lamp('audible'),
    name: 'lampLit audible',
    cells: { waiting: '→ waiting', notifying: '→ notifying', identifying: '→ identifying', consulting: '→ consulting' },
  },
  {
    action: act.connected,
    name: 'citizenConnected',
    cells: { waiting: '→ notifying', notifying: '✗alreadyDone', identifying: '✗alreadyDone' },
  },
  { action: act.notice, name: 'noticeGiven', cells: { notifying: '→ identifying', identifying: '✗alreadyDone' } },
  {
    action: { kind: 'noticeRepeated' },
    name: 'noticeRepeated',
    cells: { notifying: '✗noticeNotDue', identifying: '✗noticeNotDue', consulting: '✗noticeNotDue' },
  },
  {
    action: act.shown,
    name: 'documentShown',
    cells: { waiting: '→ waiting', notifying: '→ notifying', identifying: '→ identifying', consulting: '→ consulting' },
  },
  {
    action: act.removed,
    name: 'documentRemoved',
    cells: {
      waiting: '✗documentNotShown',
      notifying: '✗documentNotShown',
      identifying: '✗documentNotShown',
      consulting: '✗documentNotShown',
    },
  },
  {
    action: act.established,
    name: 'identified established',
    cells: { identifying: '✗showingNotMarked', consulting: '✗alreadyIdentified' },
  },
  {
    action: act.impossible,
    name: 'identified technicallyImpossible',
    cells: { identifying: '→ consulting', consulting: '✗alreadyIdentified' },
  },
  {
    action: act.refusedToShow,
    name: 'identified refusedToShow',
    cells: { identifying: '→ identifying', consulting: '✗alreadyIdentified' },
  },
  {
    action: act.notPassed,
    name: 'identified notPassed',
    cells: { identifying: '→ closing:notIdentified', consulting: '→ closing:notIdentified' },
  },
  { action: act.goOn, name: 'continuedWithoutPersonalInformation', cells: { identifying: '✗showingNotRefused' } },
  {
    action: act.extended(5),
    name: 'extended',
    cells: {
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
      closing: '→ closing',
    },
  },
  {
    action: act.explained(0),
    name: 'extensionExplained',
    cells: {
      notifying: '✗noSuchExtension',
      identifying: '✗noSuchExtension',
      consulting: '✗noSuchExtension',
      connectionLost: '✗noSuchExtension',
      fault: '✗noSuchExtension',
      closing: '✗noSuchExtension',
    },
  },
  {
    action: act.overtimeLeft,
    name: 'overtimeLeft',
    cells: {
      waiting: '✗talkStillOn',
      notifying: '✗talkStillOn',
      identifying: '✗talkStillOn',
      consulting: '✗talkStillOn',
      connectionLost: '✗talkStillOn',
      fault: '✗talkStillOn',
      closing: '✗noOvertime',
    },
  },
  {
    action: act.leftRoom,
    name: 'citizenLeftRoom',
    cells: {
      waiting: '✗talkStillOn',
      notifying: '✗talkStillOn',
      identifying: '✗talkStillOn',
      consulting: '✗talkStillOn',
      connectionLost: '✗talkStillOn',
      fault: '✗talkStillOn',
      closing: '→ closing',
    },
  },
  {
    action: act.rightsExplained,
    name: 'rightsExplained',
    cells: {
      waiting: '✗talkStillOn',
      notifying: '✗talkStillOn',
      identifying: '✗talkStillOn',
      consulting: '✗talkStillOn',
      connectionLost: '✗talkStillOn',
      fault: '✗talkStillOn',
      closing: '✗recordingNotRefused',
    },
  },
  {
    action: act.help,
    name: 'helpGiven',
    cells: {
      scheduled: '→ scheduled',
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
    },
  },
  {
    action: act.linkSent,
    name: 'linkSent',
    cells: {
      scheduled: '→ scheduled',
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
    },
  },
  {
    action: act.contact('chat'),
    name: 'contactMeansSet',
    cells: {
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
      closing: '→ closing',
    },
  },
  {
    action: act.present('дочь'),
    name: 'personPresent',
    cells: {
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
      closing: '→ closing',
    },
  },
  {
    action: act.headInformed,
    name: 'headInformed',
    cells: {
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
      closing: '→ closing',
    },
  },
  {
    action: act.addressRevealed,
    name: 'addressRevealed',
    cells: {
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
      closing: '→ closing',
    },
  },
  {
    action: act.serviceCalled('103'),
    name: 'emergencyServiceCalled',
    cells: {
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
      closing: '→ closing',
    },
  },
  {
    action: act.left('дочь'),
    name: 'personLeft',
    cells: {
      waiting: '✗personNotPresent',
      notifying: '✗personNotPresent',
      identifying: '✗personNotPresent',
      consulting: '✗personNotPresent',
      connectionLost: '✗personNotPresent',
      fault: '✗personNotPresent',
      closing: '✗personNotPresent',
    },
  },
  {
    action: act.lost,
    name: 'connectionLost',
    cells: {
      waiting: '✗citizenNotConnected',
      notifying: '→ connectionLost',
      identifying: '→ connectionLost',
      consulting: '→ connectionLost',
    },
  },
  {
    action: act.restored,
    name: 'connectionRestored',
    cells: {
      waiting: '✗connectionNotLost',
      notifying: '✗connectionNotLost',
      identifying: '✗connectionNotLost',
      consulting: '✗connectionNotLost',
      connectionLost: '→ consulting',
    },
  },
  {
    action: act.warning,
    name: 'warningGiven',
    cells: { waiting: '→ waiting', notifying: '→ notifying', identifying: '→ identifying', consulting: '→ consulting' },
  },
  {
    action: act.interrupted('notConnected'),
    name: 'interrupted notConnected',
    cells: {
      waiting: '→ closing:notConnected',
      notifying: '✗lampIsLit',
      identifying: '✗lampIsLit',
      consulting: '✗receptionUnderWay',
    },
  },
  {
    action: act.interrupted('microphoneOff'),
    name: 'interrupted microphoneOff',
    cells: {
      waiting: '✗citizenNotConnected',
      notifying: '→ closing:microphoneOff',
      identifying: '→ closing:microphoneOff',
      consulting: '✗receptionUnderWay',
    },
  },
  {
    action: act.interrupted('noDemonstration'),
    name: 'interrupted noDemonstration',
    cells: {
      waiting: '✗citizenNotConnected',
      notifying: '→ closing:noDemonstration',
      identifying: '→ closing:noDemonstration',
      consulting: '✗receptionUnderWay',
    },
  },
  {
    action: act.interrupted('notIdentified'),
    name: 'interrupted notIdentified',
    cells: {
      identifying: '→ closing:notIdentified',
      consulting: '✗alreadyIdentified',
      connectionLost: '✗alreadyIdentified',
    },
  },
  {
    action: act.interrupted('documentRefused'),
    name: 'interrupted documentRefused',
    cells: {
      identifying: '→ closing:documentRefused',
      consulting: '✗alreadyIdentified',
      connectionLost: '✗alreadyIdentified',
    },
  },
  {
    action: act.interrupted('abuse'),
    name: 'interrupted abuse',
    cells: {
      waiting: '→ closing:abuse',
      notifying: '→ closing:abuse',
      identifying: '→ closing:abuse',
      consulting: '→ closing:abuse',
      connectionLost: '→ closing:abuse',
    },
  },
  {
    action: act.fault,
    name: 'faultFound',
    cells: {
      scheduled: '→ fault',
      waiting: '→ fault',
      notifying: '→ fault',
      identifying: '→ fault',
      consulting: '→ fault',
      connectionLost: '→ fault',
      fault: '✗alreadyDone',
    },
  },
  {
    action: act.cleared,
    name: 'faultCleared',
    cells: {
      scheduled: '✗noFault',
      waiting: '✗noFault',
      notifying: '✗noFault',
      identifying: '✗noFault',
      consulting: '✗noFault',
      connectionLost: '✗noFault',
      fault: '→ consulting',
    },
  },
  {
    action: act.elsewhere,
    name: 'heldElsewhere',
    cells: {
      scheduled: '→ scheduled',
      waiting: '→ scheduled',
      notifying: '✗alreadyStarted',
      identifying: '✗alreadyStarted',
      consulting: '✗alreadyStarted',
      fault: '✗alreadyStarted',
    },
  },
  {
    action: act.called('agreed', at('10:00', '2026-11-24')),
    name: 'phoneCalled agreed',
    cells: {
      scheduled: '→ scheduled',
      moving: '→ moving',
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
      closing: '→ closing',
    },
  },
  {
    action: act.recordingRefused,
    name: 'recordingRefused',
    cells: {
      notifying: '→ closing:recordingRefused',
      identifying: '→ closing:recordingRefused',
      consulting: '→ closing:recordingRefused',
    },
  },
  {
    action: act.leftByCitizen,
    name: 'endedByCitizen',
    cells: {
      waiting: '→ closing:endedByCitizen',
      notifying: '→ closing:endedByCitizen',
      identifying: '→ closing:endedByCitizen',
      consulting: '→ closing:endedByCitizen',
      connectionLost: '→ closing:endedByCitizen',
    },
  },
  {
    action: act.emergency,
    name: 'emergencyDeclared',
    cells: {
      waiting: '→ closing:emergency',
      notifying: '→ closing:emergency',
      identifying: '→ closing:emergency',
      consulting: '→ closing:emergency',
      connectionLost: '→ closing:emergency',
    },
  },
  {
    action: act.ended,
    name: 'talkEnded',
    cells: {
      waiting: '→ closing:null',
      notifying: '→ closing:null',
      identifying: '→ closing:null',
      consulting: '→ closing:held',
      connectionLost: '→ closing:connectionLost',
      fault: '✗callFirst',
    },
  },
  {
    action: act.closed('held'),
    name: 'closed held',
    cells: {
      waiting: '✗talkNotOver',
      notifying: '✗talkNotOver',
      identifying: '✗talkNotOver',
      consulting: '✗talkNotOver',
      connectionLost: '✗talkNotOver',
      fault: '✗talkNotOver',
      closing: '→ closed',
    },
  },
  {
    action: act.reopened,
    name: 'reopened',
    cells: {
      scheduled: '✗notClosed',
      cancelled: '✗notClosed',
      moving: '✗notClosed',
      moved: '✗notClosed',
      waiting: '✗notClosed',
      notifying: '✗notClosed',
      identifying: '✗notClosed',
      consulting: '✗notClosed',
      connectionLost: '✗notClosed',
      fault: '✗notClosed',
      closing: '✗notClosed',
      closed: '✗notReopenable',
    },
  },
  {
    action: act.cancelled('refused'),
    name: 'cancelled refused',
    cells: {
      scheduled: '→ cancelled',
      moving: '→ cancelled',
      waiting: '→ cancelled',
      notifying: '✗alreadyStarted',
      identifying: '✗alreadyStarted',
      consulting: '✗alreadyStarted',
    },
  },
  {
    action: act.cancelled('notConfirmed'),
    name: 'cancelled notConfirmed',
    cells: {
      scheduled: '→ cancelled',
      moving: '→ cancelled',
      waiting: '✗alreadyStarted',
      notifying: '✗alreadyStarted',
      identifying: '✗alreadyStarted',
      consulting: '✗alreadyStarted',
    },
  },
  {
    action: act.moving('fault'),
    name: 'moving fault',
    cells: {
      scheduled: '✗faultNotRecorded',
      waiting: '✗faultNotRecorded',
      notifying: '✗alreadyStarted',
      identifying: '✗alreadyStarted',
      consulting: '✗alreadyStarted',
      fault: '✗callFirst',
    },
  },
  {
    action: act.moving('citizenAsked'),
    name: 'moving citizenAsked',
    cells: {
      scheduled: '→ moving',
      waiting: '→ moving',
      notifying: '✗alreadyStarted',
      identifying: '✗alreadyStarted',
      consulting: '✗alreadyStarted',
    },
  },
  {
    action: act.moved,
    name: 'moved',
    cells: {
      scheduled: '→ moved',
      moving: '→ moved',
      waiting: '✗alreadyStarted',
      notifying: '✗alreadyStarted',
      identifying: '✗alreadyStarted',
      consulting: '✗alreadyStarted',
    },
  },
  {
    action: act.reassigned,
    name: 'reassigned',
    cells: {
      scheduled: '→ scheduled',
      waiting: '✗alreadyStarted',
      notifying: '✗alreadyStarted',
      identifying: '✗alreadyStarted',
      consulting: '✗alreadyStarted',
    },
  },
  {
    action: act.undone(0),
    name: 'tickUndone',
    cells: {
      scheduled: '✗noSuchEvent',
      moving: '✗notUndoable',
      waiting: '✗notUndoable',
      notifying: '✗notUndoable',
      identifying: '✗notUndoable',
      consulting: '✗notUndoable',
      connectionLost: '✗notUndoable',
      fault: '✗notUndoable',
      closing: '✗notUndoable',
    },
  },
  {
    action: act.corrected(0, '08:54'),
    name: 'timeCorrected',
    cells: {
      scheduled: '✗noSuchEvent',
      moving: '✗timeNotCorrectable',
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
      closing: '→ closing',
    },
  },
  {
    action: act.interruption('09:18'),
    name: 'workInterrupted',
    cells: {
      waiting: '→ waiting',
      notifying: '→ notifying',
      identifying: '→ identifying',
      consulting: '→ consulting',
      connectionLost: '→ connectionLost',
      fault: '→ fault',
      closing: '→ closing',
    },
  },
]

const said = (row: Row, step: ReceptionStepName): string => {
  const answer = answerTo(everyStep[step], '09:20', row.action)
  if (!answer.ok) return `✗${answer.refusal}`
  const after = answer.state.step
  return after.name === 'closing' && step !== 'closing' ? `→ closing:${after.outcome}` : `→ ${after.name}`
}

describe('every event in every step', () => {
  const pairs = rows.flatMap(row => stepNames.map(step => [row.name, step, row] as const))
  test.each(pairs)('%s in %s', (_name, step, row) => {
    expect(said(row, step)).toBe(row.cells[step] ?? `✗${usual[step]}`)
  })

  test('the table names every kind of event and every step', () => {
    const kinds = new Set(rows.map(row => row.action.kind))
    expect([...kinds].sort()).toEqual(ReceptionAction.options.map(option => option.shape.kind.value).sort())
    expect(Object.keys(usual).sort()).toEqual([...stepNames].sort())
  })
})
