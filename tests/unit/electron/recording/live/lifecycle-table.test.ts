import { describe, expect, test } from 'vitest'
import type { Lifecycle, LifecycleEvent } from '../../../../../electron/recording/live/lifecycle/lifecycle.ts'
import { nextLifecycle } from '../../../../../electron/recording/live/lifecycle/next-lifecycle.ts'

/** Every step with every event: where it leads and what is done, or why it moves nothing. */
type State = Lifecycle<string, string>
type Event = LifecycleEvent<string, string>

const hand = { recording: 'R', parts: 2 } as const
const inHand = { ...hand, part: 'P' } as const
const word = { endsByItself: false, isRenewed: false } as const

const steps = {
  idle: { name: 'idle' },
  preparing: { name: 'preparing' },
  adopting: { name: 'adopting', ...hand },
  openingFirst: { name: 'opening', ...hand, isNew: true },
  openingNext: { name: 'opening', ...hand, isNew: false },
  startingFirst: { name: 'starting', ...inHand, ...word, isNew: true },
  startingNext: { name: 'starting', ...inHand, ...word, isNew: false },
  takingBackFirst: { name: 'takingBack', ...inHand, isNew: true, why: 'late' },
  takingBackNext: { name: 'takingBack', ...inHand, isNew: false, why: 'late' },
  removing: { name: 'removing', ...hand },
  recording: { name: 'recording', ...inHand, ...word },
  recordingItsEnd: { name: 'recording', ...inHand, ...word, endsByItself: true },
  breaking: { name: 'breaking', ...inHand, cause: 'recorderLost', thenStop: false, isRenewed: false },
  breakingRenewed: { name: 'breaking', ...inHand, cause: 'encoderFailed', thenStop: false, isRenewed: true },
  breakingToStop: { name: 'breaking', ...inHand, cause: 'encoderFailed', thenStop: true, isRenewed: true },
  writingEnd: { name: 'writingEnd', ...inHand, thenStop: false },
  writingEndToStop: { name: 'writingEnd', ...inHand, thenStop: true },
  lost: { name: 'lost', ...hand },
  stopping: { name: 'stopping', ...inHand, after: 'finish' },
  stoppingAdopted: { name: 'stopping', ...inHand, after: 'adoption' },
  ending: { name: 'ending', ...inHand, cause: null, after: 'finish' },
  endingLost: { name: 'ending', ...inHand, cause: 'recorderLost', after: 'adoption' },
  finishing: { name: 'finishing', ...hand },
} as const satisfies Record<string, State['step']>

const events = {
  startAsked: { kind: 'startAsked' },
  adoptAsked: { kind: 'adoptAsked' },
  notPrepared: { kind: 'notPrepared' },
  prepared: { kind: 'prepared', recording: 'R' },
  foundWhole: { kind: 'found', recording: 'R', parts: 2, mayGoOn: true },
  foundEnded: { kind: 'found', recording: 'R', parts: 2, mayGoOn: false },
  takenUp: { kind: 'takenUp', part: 'P', isRecording: true },
  takenUpStopped: { kind: 'takenUp', part: 'P', isRecording: false },
  notTakenUp: { kind: 'notTakenUp' },
  continueAsked: { kind: 'continueAsked' },
  notOpened: { kind: 'notOpened' },
  partOpened: { kind: 'partOpened', part: 'P', hasPage: true },
  partOpenedAlone: { kind: 'partOpened', part: 'P', hasPage: false },
  started: { kind: 'started', part: 'P', startedAtMs: 1 },
  startLate: { kind: 'startLate', part: 'P' },
  takenBack: { kind: 'takenBack', part: 'P' },
  removed: { kind: 'removed' },
  pageWithPart: { kind: 'pageCame', holdsPart: true, wasStarved: false },
  pageWithout: { kind: 'pageCame', holdsPart: false, wasStarved: false },
  pageAfterHunger: { kind: 'pageCame', holdsPart: false, wasStarved: true },
  pageGone: { kind: 'pageGone' },
  pageSilent: { kind: 'pageSilent' },
  noBytes: { kind: 'noBytes' },
  encoderFailed: { kind: 'encoderFailed' },
  pictureRenewed: { kind: 'pictureRenewed' },
  diskFull: { kind: 'writeFailed', failure: 'diskFull' },
  givenUp: { kind: 'givenUp' },
  pageStopped: { kind: 'pageStopped' },
  complete: { kind: 'complete', part: 'P' },
  chunksMissing: { kind: 'chunksMissing', part: 'P' },
  drained: { kind: 'drained', part: 'P' },
  endWritten: { kind: 'endWritten', part: 'P' },
  stopAsked: { kind: 'stopAsked' },
  finished: { kind: 'finished' },
  closeAsked: { kind: 'closeAsked' },
  otherPart: { kind: 'drained', part: 'Q' },
} as const satisfies Record<string, Event>

type StepName = keyof typeof steps
type EventName = keyof typeof events

/** `otherwise`: why every event without a line of its own moves nothing. */
const table: Record<StepName, { otherwise: string } & Partial<Record<EventName, string>>> = {
  idle: {
    otherwise: '✗ nothingInHand',
    startAsked: 'preparing',
    adoptAsked: 'preparing',
    closeAsked: 'idle',
  },
  preparing: {
    otherwise: '✗ noPartYet',
    notPrepared: 'idle',
    prepared: 'opening parts=0',
    foundWhole: 'adopting parts=2',
    foundEnded: 'lost parts=2',
    closeAsked: 'preparing',
  },
  adopting: {
    otherwise: '✗ noPartYet',
    takenUp: 'recording',
    takenUpStopped: 'stopping after=adoption +awaitLastChunks(patient)',
    notTakenUp: 'lost',
    closeAsked: 'adopting',
  },
  openingFirst: {
    otherwise: '✗ noPartYet',
    notOpened: 'removing +remove',
    partOpened: 'starting parts=3 +tellStart +awaitStart',
    partOpenedAlone: 'takingBack parts=3 why=noPage +discard',
    closeAsked: 'opening',
  },
  openingNext: {
    otherwise: '✗ noPartYet',
    notOpened: 'lost',
    partOpened: 'starting parts=3 +tellStart +awaitStart',
    partOpenedAlone: 'takingBack parts=3 why=noPage +discard',
    closeAsked: 'opening',
  },
  startingFirst: {
    otherwise: '✗ notStartedYet',
    started: 'recording +noteStarted',
    startLate: 'takingBack why=late +tellStop +letGo +discard',
    pageWithPart: 'starting +resume',
    pageWithout: 'takingBack why=recorderLost +tellStop +letGo +discard',
    pageAfterHunger: 'takingBack why=encoderFailed +tellStop +letGo +discard',
    encoderFailed: 'takingBack why=encoderFailed +tellStop +letGo +discard',
    pictureRenewed: 'starting isRenewed=true +notePictureRenewed',
    diskFull: 'takingBack why=diskFull +tellStop +letGo +discard',
    pageStopped: 'starting endsByItself=true',
    closeAsked: 'takingBack why=closing +tellStop +letGo +discard',
    otherPart: '✗ otherPart',
  },
  startingNext: {
    otherwise: '✗ notStartedYet',
    started: 'recording +noteStarted',
    startLate: 'takingBack why=late +tellStop +letGo +discard',
    pageWithPart: 'starting +resume',
    pageWithout: 'takingBack why=recorderLost +tellStop +letGo +discard',
    pageAfterHunger: 'takingBack why=encoderFailed +tellStop +letGo +discard',
    encoderFailed: 'takingBack why=encoderFailed +tellStop +letGo +discard',
    pictureRenewed: 'starting isRenewed=true +notePictureRenewed',
    diskFull: 'takingBack why=diskFull +tellStop +letGo +discard',
    pageStopped: 'starting endsByItself=true',
    closeAsked: 'takingBack why=closing +tellStop +letGo +discard',
    otherPart: '✗ otherPart',
  },
  takingBackFirst: {
    otherwise: '✗ isTakenBack',
    takenBack: 'removing parts=1 +remove',
    closeAsked: 'takingBack',
    otherPart: '✗ otherPart',
  },
  takingBackNext: {
    otherwise: '✗ isTakenBack',
    takenBack: 'lost parts=1',
    closeAsked: 'takingBack',
    otherPart: '✗ otherPart',
  },
  removing: {
    otherwise: '✗ isTakenBack',
    removed: 'idle',
    closeAsked: 'removing',
  },
  recording: {
    otherwise: '✗ isRecording',
    pageWithPart: 'recording +resume',
    pageWithout: 'breaking cause=recorderLost +tellStop +drain',
    pageAfterHunger: 'breaking cause=encoderFailed +tellStop +drain',
    pageGone: 'breaking cause=recorderLost +tellStop +drain',
    pageSilent: 'breaking cause=recorderLost +tellStop +drain +letGo +giveUpPage',
    noBytes: 'breaking cause=encoderFailed +tellStop +drain',
    encoderFailed: 'breaking cause=encoderFailed +tellStop +drain',
    pictureRenewed: 'recording isRenewed=true +notePictureRenewed',
    diskFull: 'breaking cause=diskFull +tellStop +drain',
    givenUp: 'breaking cause=recorderLost +tellStop +drain',
    pageStopped: 'recording endsByItself=true +awaitLastChunks',
    stopAsked: 'stopping after=finish +tellStop +awaitLastChunks(patient)',
    closeAsked: 'recording',
    otherPart: '✗ otherPart',
  },
  recordingItsEnd: {
    otherwise: '✗ isRecording',
    pageWithPart: 'recording +resume',
    pageWithout: 'breaking cause=recorderLost +tellStop +drain',
    pageAfterHunger: 'breaking cause=encoderFailed +tellStop +drain',
    pageGone: 'breaking cause=recorderLost +tellStop +drain',
    pageSilent: 'breaking cause=recorderLost +tellStop +drain +letGo +giveUpPage',
    noBytes: 'breaking cause=encoderFailed +tellStop +drain',
    pictureRenewed: 'recording isRenewed=true +notePictureRenewed',
    diskFull: 'breaking cause=diskFull +tellStop +drain',
    givenUp: 'breaking cause=recorderLost +tellStop +drain',
    complete: 'breaking cause=encoderFailed +tellStop +drain',
    chunksMissing: 'breaking cause=encoderFailed +tellStop +drain',
    stopAsked: 'stopping after=finish +tellStop +awaitLastChunks(patient)',
    closeAsked: 'recording',
    encoderFailed: '✗ endsByItself',
    pageStopped: '✗ endsByItself',
    otherPart: '✗ otherPart',
  },
  breaking: {
    otherwise: '✗ isEnding',
    drained: 'writingEnd +keep +writeEnd(recorderLost) +letGo +tellLost',
    stopAsked: 'breaking thenStop=true',
    closeAsked: 'breaking',
    otherPart: '✗ otherPart',
  },
  breakingRenewed: {
    otherwise: '✗ isEnding',
    drained: 'writingEnd +keep +writeEnd(encoderFailed) +letGo +tellLost(goesOn)',
    stopAsked: 'breaking thenStop=true',
    closeAsked: 'breaking',
    otherPart: '✗ otherPart',
  },
  breakingToStop: {
    otherwise: '✗ isEnding',
    drained: 'writingEnd +keep +writeEnd(encoderFailed) +letGo +tellLost',
    closeAsked: 'breaking',
    stopAsked: '✗ isStopping',
    otherPart: '✗ otherPart',
  },
  writingEnd: {
    otherwise: '✗ isEnding',
    endWritten: 'lost',
    stopAsked: 'writingEnd thenStop=true',
    closeAsked: 'writingEnd',
    otherPart: '✗ otherPart',
  },
  writingEndToStop: {
    otherwise: '✗ isEnding',
    endWritten: 'finishing +finish',
    closeAsked: 'writingEnd',
    stopAsked: '✗ isStopping',
    otherPart: '✗ otherPart',
  },
  lost: {
    otherwise: '✗ nothingIsRecorded',
    continueAsked: 'opening',
    stopAsked: 'finishing +finish',
    closeAsked: 'lost',
  },
  stopping: {
    otherwise: '✗ isStopping',
    pageWithPart: 'stopping +resume',
    pageWithout: 'ending cause=recorderLost +writeEnd(recorderLost)',
    pageAfterHunger: 'ending cause=encoderFailed +writeEnd(encoderFailed)',
    encoderFailed: 'ending cause=encoderFailed +writeEnd(encoderFailed)',
    pictureRenewed: 'stopping +notePictureRenewed',
    diskFull: 'ending cause=diskFull +writeEnd(diskFull)',
    pageStopped: 'stopping',
    complete: 'ending cause=null +writeEnd',
    chunksMissing: 'ending cause=recorderLost +writeEnd(recorderLost)',
    closeAsked: 'stopping',
    otherPart: '✗ otherPart',
  },
  stoppingAdopted: {
    otherwise: '✗ isStopping',
    pageWithPart: 'stopping +resume',
    pageWithout: 'ending cause=recorderLost +writeEnd(recorderLost)',
    pageAfterHunger: 'ending cause=encoderFailed +writeEnd(encoderFailed)',
    encoderFailed: 'ending cause=encoderFailed +writeEnd(encoderFailed)',
    pictureRenewed: 'stopping +notePictureRenewed',
    diskFull: 'ending cause=diskFull +writeEnd(diskFull)',
    pageStopped: 'stopping',
    complete: 'ending cause=null +writeEnd',
    chunksMissing: 'ending cause=recorderLost +writeEnd(recorderLost)',
    stopAsked: 'stopping after=finish',
    closeAsked: 'stopping',
    otherPart: '✗ otherPart',
  },
  ending: {
    otherwise: '✗ isEnding',
    endWritten: 'finishing +keep +finish',
    closeAsked: 'ending',
    otherPart: '✗ otherPart',
  },
  endingLost: {
    otherwise: '✗ isEnding',
    endWritten: 'lost +keep +letGo',
    stopAsked: 'ending after=finish',
    closeAsked: 'ending',
    otherPart: '✗ otherPart',
  },
  finishing: {
    otherwise: '✗ isFinishing',
    finished: 'idle +resetMicrophone',
    closeAsked: 'finishing',
  },
}

const shownFields = ['parts', 'cause', 'why', 'thenStop', 'isRenewed', 'endsByItself', 'after']

/** «breaking cause=diskFull +tellStop +drain»: the step, what changed in it, the effects in their order. */
function cell(step: State['step'], event: Event, isClosing = false): string {
  const answer = nextLifecycle<string, string>({ step, isClosing }, event)
  if (!answer.ok) return `✗ ${answer.refusal}`
  const before = new Map<string, unknown>(Object.entries(step))
  const changed = Object.entries(answer.state.step)
    .filter(([name, value]) => shownFields.includes(name) && value !== false && value !== before.get(name))
    .toSorted(([one], [other]) => shownFields.indexOf(one) - shownFields.indexOf(other))
    .map(([name, value]) => `${name}=${value}`)
  const effects = answer.effects.map(effect => {
    if (effect.kind === 'tellLost' && effect.goesOn) return '+tellLost(goesOn)'
    if (effect.kind === 'awaitLastChunks' && effect.asLongAsBytesCome) return '+awaitLastChunks(patient)'
    if (effect.kind === 'writeEnd' && effect.cause !== null) return `+writeEnd(${effect.cause})`
    return `+${effect.kind}`
  })
  return [answer.state.step.name, ...changed, ...effects].join(' ')
}

const names = Object.keys(events) as EventName[]

describe.each(Object.keys(steps) as StepName[])('%s', name => {
  test.each(names)('%s', event => {
    const row = table[name]
    expect(cell(steps[name], events[event])).toBe(row[event] ?? row.otherwise)
  })
})

describe('while the workstation closes', () => {
  test.each(Object.keys(steps) as StepName[])('nothing is begun or stopped: %s', name => {
    for (const event of ['startAsked', 'adoptAsked', 'continueAsked', 'stopAsked', 'closeAsked'] as const)
      expect(cell(steps[name], events[event], true)).toBe('✗ closing')
  })
  test.each(['recording', 'recordingItsEnd', 'stopping', 'stoppingAdopted'] as const)(
    'the part stays open for the next run, which may get its last chunks: %s',
    name => {
      for (const event of ['complete', 'chunksMissing'] as const)
        expect(cell(steps[name], events[event], true)).toBe('✗ closing')
    },
  )
  test('a part that was just opened is taken back', () =>
    expect(cell(steps.openingFirst, events.partOpened, true)).toBe('takingBack parts=3 why=closing +discard'))
  test('what is being written is written to its end', () => {
    expect(cell(steps.breaking, events.drained, true)).toBe(table.breaking.drained)
    expect(cell(steps.ending, events.endWritten, true)).toBe(table.ending.endWritten)
  })
})
