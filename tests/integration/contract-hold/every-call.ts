import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InferContractRouterInputs } from '@orpc/contract'
import { defaultSchedule } from '../../../shared/calendar/schedule.ts'
import type { Contract } from '../../../shared/contract/contract.ts'
import type { FaultCode } from '../../../shared/contract/reply.ts'
import { Settings } from '../../../shared/contract/settings.ts'
import { formatTime, localDate } from '../../../shared/text/date-time.ts'
import { xmlCalendar } from '../../fixtures/calendar-files.ts'
import { bundledYears } from '../../fixtures/calendars.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { newMeetingLink } from '../../fixtures/new-application.ts'
import { firstPassword, firstRunInput } from '../../fixtures/people.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { pageWith } from '../../unit/shared/equipment/bench.ts'
import { applicant } from '../applications/bench.ts'
import type { LargeData } from './large-profile.ts'

/** What the calls are made on. */
export interface World {
  readonly calls: ContractClient['calls']
  readonly data: LargeData
  /** The one that is being received and recorded. */
  readonly receptionId: string
  readonly accountId: string
  /** Somebody else of the staff, whom calls may change. */
  readonly otherId: string
  /** Another specialist. */
  readonly receiverId: string
  readonly origin: string
  readonly cookie: string
  /** A folder calls may name. */
  readonly directory: string
  /** Made before: its camera shows nothing. */
  readonly checkId: string
  /** A copy made before. */
  readonly backupName: string
  /** The next of a kind nobody has changed yet. */
  take(kind: 'ahead' | 'closed'): { readonly applicationId: string; readonly receptionId: string }
  /** Fifty more that are appointed. */
  takeMany(): readonly { readonly receptionId: string }[]
  takeOpen(): Promise<string>
  takeLetter(): string
  /** A working day to come. */
  takeDay(): string
  takeAnswer(): string
  takeNotice(): string
  /** The person's own, which a call may change. */
  readonly passwords: { present(): string; change(): { password: string; newPassword: string } }
  /** For what has to be done first by somebody else; the role of the call itself is set again afterwards. */
  as<T>(role: 'head' | 'technician' | 'administrator' | 'specialist', work: () => Promise<T>): Promise<T>
}

/** One call: what it is asked, made anew for every try, and what it has to answer. */
export interface Call<Input> {
  readonly input: (world: World) => Input | Promise<Input>
  /** 'done', or the code it refuses with while a reception is recorded (or, of recovery, while the database is well). */
  readonly answers: 'done' | FaultCode
}
type Inputs = InferContractRouterInputs<Contract>
/** Every call of the contract, none left out: a new one fails the type check until it stands here. */
export type EveryCall = {
  readonly [Feature in keyof Contract]: {
    readonly [Name in keyof Contract[Feature]]: Name extends keyof Inputs[Feature] ? Call<Inputs[Feature][Name]> : never
  }
}

const done = <Input>(input: Call<Input>['input']): Call<Input> => ({ input, answers: 'done' })
const refused = <Input>(answers: FaultCode, input: Call<Input>['input']): Call<Input> => ({ input, answers })
const nothing = done<undefined>(() => undefined)
const refusesNothing = (code: FaultCode) => refused<undefined>(code, () => undefined)

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const justNow = (): string => `${localDate(Date.now(), timeZone)}T${formatTime(Date.now(), timeZone)}`
const journalFilter = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
const reason = 'Проверка'
const film = readFile(join(import.meta.dirname, '../../fixtures/media/chromium-part-1.webm'))

async function uploaded({ calls, origin, cookie, receptionId }: World): Promise<{ importId: string }> {
  const bytes = await film
  const begun = await calls.recordings.beginImport({
    ...{ receptionId, fileName: 'запись.webm', byteLength: bytes.byteLength },
  })
  if (!begun.ok) throw new Error(begun.fault.hint)
  const answer = await fetch(new URL(begun.value.url, origin), {
    ...{ method: 'POST', body: new Uint8Array(bytes), headers: { cookie, origin } },
  })
  if (answer.status !== 204) throw new Error(`an upload was answered ${answer.status}`)
  return { importId: begun.value.importId }
}

async function phraseAdded({ calls }: World): Promise<{ phraseId: string }> {
  const added = await calls.phrases.add({ text: `О порядке ${randomUUID()}` })
  const phrase = added.ok ? added.value.at(-1) : null
  if (!phrase) throw new Error('no phrase')
  return { phraseId: phrase.id }
}
const profileOf = (name: string) => ({
  ...{ profileId: randomUUID(), name, senderEnds: '@example.ru', labels: { familyName: ['Фамилия заявителя'] } },
})
const server = {
  ...{
    isOn: false,
    host: 'localhost',
    port: 1,
    security: 'tls' as const,
    authentication: 'none' as const,
    userName: '',
  },
  ...{ fromAddress: 'priem@example.org', fromName: 'Приём', certificateAuthority: '', secret: null },
} as const
const mailbox = {
  mailboxId: null,
  settings: {
    ...{ address: 'priem@example.ru', host: 'localhost', port: 1, security: 'tls' as const, userName: 'priem' },
    ...{ authentication: 'password' as const, folder: 'INBOX', caFile: null, since: '2026-01-01' },
  },
  secret: 'secret',
} as const
const draft = {
  ...{ grounds: ['unclear' as const], reasoning: 'Суть обращения не изложена.', earlierId: null, earlierWritten: '' },
  ...{ citizenDative: 'Петрову Петру Петровичу', gender: 'male' as const, address: 'г. Кемерово', executorPhone: '1' },
  ...{ signatoryName: 'Морозова Е. В.', executorName: 'Иванова А. П.', decidedOn: day(0) },
}
async function drafted(world: World, forSigning = true): Promise<{ applicationId: string }> {
  const applicationId = await world.takeOpen()
  const saved = await world.calls.rejections.save({ applicationId, draft, quote: 'слова', forSigning })
  if (!saved.ok) throw new Error(saved.fault.hint)
  return { applicationId }
}
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n').toString('base64')
const scan = { kind: 'scan', decidedOn: day(0), decision: { name: 'Решение.pdf', base64: pdf } } as const
async function signed(world: World): Promise<{ applicationId: string }> {
  const { applicationId } = await drafted(world)
  const made = await world.calls.rejections.sign({ ...scan, applicationId })
  if (!made.ok) throw new Error(made.fault.hint)
  return { applicationId }
}
/** The program's words, as an administrator may send them back. */
async function ownWords({ calls, as }: World) {
  const templates = await as('head', () => calls.notices.templates())
  const [first] = templates.ok ? templates.value : []
  if (!first) throw new Error('no template')
  const { kind, subject, text } = first
  return { kind, subject, text }
}
async function held({ calls, data }: World): Promise<{ holdId: string }> {
  const [recordingId = ''] = data.recordings
  await calls.recordings.hold({ recordingId, ground: 'complaint', reason })
  const detail = await calls.recordings.detail({ recordingId })
  const hold = detail.ok ? detail.value.holds.at(-1) : null
  if (!hold) throw new Error('no hold')
  return { holdId: hold.id }
}
async function requested({ calls, take }: World): Promise<{ requestId: string }> {
  const { applicationId } = take('closed')
  const made = await calls.rights.register({
    ...{ applicationId, kind: 'information', way: 'letter', receivedLocal: `${day(-1)}T09:00` },
  })
  const request = made.ok ? made.value.requests.at(-1) : null
  if (!request) throw new Error('no request')
  return { requestId: request.id }
}
async function appointedLocal({ calls, accountId }: World, applicationId: string): Promise<string> {
  const grid = await calls.applications.slots({ applicationId, specialistId: accountId, from: null, days: 15 })
  if (!grid.ok || grid.value.earliestLocal === null) throw new Error('no slot')
  return grid.value.earliestLocal
}

const person = (role: 'technician') => ({
  ...{ fullName: `Новиков Олег ${randomUUID().slice(0, 4)}`, position: 'инженер', role, password: firstPassword },
})
const calendarFile = () => {
  const year = bundledYears.at(-1)
  if (!year) throw new Error('no calendar')
  return { text: xmlCalendar(year), basis: 'Постановление' }
}

export const everyCall: EveryCall = {
  workplace: {
    status: nothing,
    watch: nothing,
    demonstrationRecordings: nothing,
    openRecorder: refusesNothing('notAvailableHere'),
    muteMicrophone: done(() => ({ muted: false })),
    answerRoom: refused('stale', () => ({ choiceId: randomUUID(), isRight: true })),
  },
  accounts: {
    session: nothing,
    entry: nothing,
    firstRun: refused('notAllowed', () => firstRunInput),
    checkFolder: refused('notAllowed', world => ({ directory: world.directory })),
    signIn: refused('passwordWrong', world => ({
      ...{ accountId: world.accountId, password: 'не тот пароль', newPassword: null },
    })),
    signOut: refusesNothing('refusedByRule'),
    lock: refusesNothing('refusedByRule'),
    touch: nothing,
    changePassword: done(({ passwords }) => passwords.change()),
    renewRecoveryKey: done(({ passwords }) => ({ password: passwords.present() })),
    staff: nothing,
    colleagues: nothing,
    addPerson: done(() => person('technician')),
    changePerson: done(({ otherId }) => ({
      ...{ accountId: otherId, fullName: 'Кузнецов Павел Андреевич', position: 'инженер', role: 'technician' },
    })),
    disablePerson: done(({ otherId }) => ({ accountId: otherId })),
    enablePerson: done(({ otherId }) => ({ accountId: otherId })),
    signInAs: refused('notAllowed', ({ otherId }) => ({ accountId: otherId })),
    resetByRecoveryKey: refused('refusedByRule', ({ otherId }) => ({
      ...{ accountId: otherId, recoveryKey: '0000', newPassword: firstPassword },
    })),
    resetPassword: done(({ otherId }) => ({ accountId: otherId, password: firstPassword })),
  },
  settings: {
    locked: nothing,
    get: nothing,
    change: done(async ({ calls }) => {
      const now = await calls.settings.get()
      if (!now.ok) throw new Error(now.fault.hint)
      return now.value
    }),
  },
  eventLog: {
    list: done(() => ({
      ...{ viewId: randomUUID(), filter: { kind: 'receptionEvent', accountId: null }, offset: 90_000, limit: 500 },
    })),
    verify: nothing,
    compareSheet: refused('badInput', () => ({ line: 1, day: '2026-11-20', code: '0000' })),
  },
  applications: {
    annul: done(async ({ takeOpen }) => ({ applicationId: await takeOpen(), reason })),
    correctReceipt: done(async ({ takeOpen }) => ({ applicationId: await takeOpen(), receivedOn: day(-2), reason })),
    card: done(({ data }) => ({ applicationId: data.closed[3]?.applicationId ?? '' })),
    terms: done(({ data }) => ({ receptionId: data.ahead[0]?.receptionId ?? '' })),
    mark: done(({ take }) => ({
      ...{ receptionId: take('ahead').receptionId, kind: 'noticeSent', occurredLocal: `${day(-1)}T09:00` },
    })),
    revealDocument: done(({ data }) => ({
      ...{ applicationId: data.closed[3]?.applicationId ?? '', purpose: 'control' },
    })),
    register: done(({ takeLetter }) => ({ letterId: takeLetter(), fields: { ...applicant, receivedOn: day(-1) } })),
    complete: done(async ({ takeOpen }) => ({
      ...{ applicationId: await takeOpen(), fields: { address: 'г. Кемерово, ул. Весенняя, 9' }, basis: 'по телефону' },
    })),
    consent: done(async ({ takeOpen }) => ({
      ...{ applicationId: await takeOpen(), kind: 'video', state: 'given', wording: 'согласен' },
      occurredLocal: `${day(-1)}T09:00`,
    })),
    cases: done(() => ({ group: null, text: '', offset: 0, limit: 200 })),
    case: done(({ data }) => ({ applicationId: data.closed[5]?.applicationId ?? '' })),
    matter: done(({ data }) => ({ applicationId: data.closed[5]?.applicationId ?? '' })),
    linkPrevious: done(async ({ takeOpen }) => ({ applicationId: await takeOpen(), previousApplicationId: null })),
    slots: done(async ({ takeOpen, accountId }) => ({
      ...{ applicationId: await takeOpen(), specialistId: accountId, from: null, days: 15 },
    })),
    appoint: done(async world => {
      const applicationId = await world.takeOpen()
      const local = await appointedLocal(world, applicationId)
      return {
        ...{ applicationId, specialistId: world.accountId, appointedLocal: local, link: newMeetingLink() },
        overrideReason: reason,
      }
    }),
    cancel: done(({ take }) => ({ applicationId: take('ahead').applicationId, reason: 'refused' })),
    topics: nothing,
    setTopic: done(async ({ takeOpen }) => ({ applicationId: await takeOpen(), topicId: null })),
    authorisations: nothing,
    authorise: done(({ receiverId }) => ({
      ...{ accountId: receiverId, topicId: null, validFrom: day(0), validTo: null, basis: 'Приказ № 1' },
    })),
    revoke: done(async ({ calls, receiverId, as }) => {
      const made = await as('head', () =>
        calls.applications.authorise({
          accountId: receiverId,
          topicId: null,
          validFrom: day(0),
          validTo: null,
          basis: 'Приказ',
        }),
      )
      const last = made.ok ? made.value.find(({ revokedAt }) => revokedAt === null) : null
      return { authorisationId: last?.id ?? '' }
    }),
  },
  calendar: {
    state: nothing,
    previewException: done(world => ({ date: world.takeDay(), kind: 'off' })),
    decideException: done(world => ({ date: world.takeDay(), kind: 'off', basis: 'Приказ' })),
    previewImport: done(calendarFile),
    importYear: done(calendarFile),
    setSchedule: done(() => ({ schedule: defaultSchedule, basis: 'Приказ' })),
  },
  receptions: {
    day: done(() => ({ date: null })),
    detail: done(({ receptionId }) => ({ receptionId })),
    earlier: done(({ data }) => ({ receptionId: data.ahead[0]?.receptionId ?? '' })),
    act: done(async ({ calls, receptionId }) => {
      const detail = await calls.receptions.detail({ receptionId })
      const expectedSequence = detail.ok ? detail.value.card.state.nextSequence : 0
      return {
        receptionId,
        expectedSequence,
        action: { kind: 'personPresent', who: randomUUID(), citizenConsents: true },
        occurredAt: null,
      }
    }),
    revealAddress: done(async ({ calls, receptionId }) => {
      const detail = await calls.receptions.detail({ receptionId })
      return { receptionId, expectedSequence: detail.ok ? detail.value.card.state.nextSequence : 0 }
    }),
    helpCards: nothing,
    saveNote: done(({ receptionId }) => ({ receptionId, note: 'з'.repeat(8000), over: '' })),
    move: done(async ({ take, calls, takeDay }) => {
      const { receptionId } = take('ahead')
      const detail = await calls.receptions.detail({ receptionId })
      return {
        ...{ receptionId, expectedSequence: detail.ok ? detail.value.card.state.nextSequence : 0 },
        ...{ reason: 'citizenAsked', basis: reason, appointedLocal: `${takeDay()}T18:45`, newLink: null },
      }
    }),
    setLink: done(({ take }) => ({ receptionId: take('ahead').receptionId, link: newMeetingLink() })),
    open: nothing,
  },
  day: {
    clockDoubt: nothing,
    confirmClock: refused('stale', () => ({ reason })),
    state: nothing,
    answer: refused('notFound', ({ take }) => ({
      kind: 'headReview',
      subjectId: take('closed').receptionId,
      note: reason,
    })),
    close: refusesNothing('refusedByRule'),
    reopen: refused('stale', () => ({ reason })),
    absences: nothing,
    // Far from every day on which somebody is appointed here.
    noteAbsence: done(() => ({ from: '2099-01-05', to: '2099-01-09', note: reason })),
    withdrawAbsence: done(async ({ calls }) => {
      const noted = await calls.day.noteAbsence({ from: '2099-02-02', to: '2099-02-06', note: reason })
      return { absenceId: noted.ok ? (noted.value.at(-1)?.id ?? '') : '' }
    }),
    sheet: done(() => ({ date: day(1) })),
  },
  phrases: {
    list: nothing,
    add: done(() => ({ text: `О порядке ${randomUUID()}` })),
    change: done(async world => ({ ...(await phraseAdded(world)), text: `Иначе ${randomUUID()}`, topicIds: [] })),
    remove: done(phraseAdded),
    restore: done(async world => {
      const phrase = await phraseAdded(world)
      await world.calls.phrases.remove(phrase)
      return phrase
    }),
    used: done(phraseAdded),
    topicOf: done(({ data }) => ({ receptionId: data.closed[7]?.receptionId ?? '' })),
  },
  grabber: {
    sources: nothing,
    arm: refused('refusedByRule', () => ({ windowId: '1', microphoneId: 'none' })),
    release: refusesNothing('refusedByRule'),
  },
  citizens: {
    card: done(({ data }) => ({ applicationId: data.closed[7]?.applicationId ?? '', viewId: randomUUID() })),
  },
  journal: {
    list: done(() => ({ filter: { ...journalFilter, search: 'личный' }, offset: 0, limit: 500 })),
    counts: done(() => ({ filter: { ...journalFilter, search: 'личный' } })),
    columns: nothing,
    entry: done(({ data }) => ({ applicationId: data.closed[7]?.applicationId ?? '', viewId: randomUUID() })),
    looks: done(({ data }) => ({ applicationId: data.closed[7]?.applicationId ?? '' })),
    correct: done(async ({ calls, take }) => {
      const { applicationId } = take('closed')
      const entry = await calls.journal.entry({ applicationId, viewId: randomUUID() })
      const before = entry.ok ? entry.value.row.topic : ''
      return { applicationId, column: 'topic', before, after: 'Иная тема', reason }
    }),
    exportSize: done(() => ({ from: '2020-01-01', to: '2030-01-01' })),
    export: done(() => ({
      ...{ from: '2020-01-01', to: '2030-01-01', format: 'xlsx', purpose: 'control', purposeText: '' },
    })),
  },
  recordings: {
    list: done(() => ({ offset: 1_000, limit: 500 })),
    detail: done(({ data }) => ({ recordingId: data.recordings[0] ?? '' })),
    play: refused('fileMissing', ({ data }) => ({ recordingId: data.recordings[0] ?? '', reason: 'complaint' })),
    uncover: done(({ data }) => ({ recordingId: data.recordings[0] ?? '', reason: 'complaint' })),
    viewings: done(({ data }) => ({ recordingId: data.recordings[0] ?? '' })),
    verify: refused('fileMissing', ({ data }) => ({ recordingId: data.recordings[1] ?? '' })),
    hold: done(({ data }) => ({ recordingId: data.recordings[2] ?? '', ground: 'complaint', reason })),
    release: done(async world => ({ ...(await held(world)), reason })),
    story: done(({ data }) => ({ receptionId: data.closed[0]?.receptionId ?? '' })),
    beginImport: done(({ receptionId }) => ({
      ...{ receptionId, fileName: 'запись.webm', byteLength: 1_000 },
    })),
    checkImport: done(uploaded),
    acceptImport: done(async world => {
      const { importId } = await uploaded(world)
      const facts = await world.calls.recordings.checkImport({ importId })
      return { importId, despite: facts.ok ? facts.value.warnings : [] }
    }),
    cancelImport: done(uploaded),
  },
  backup: {
    status: nothing,
    list: nothing,
    make: refusesNothing('refusedByRule'),
    choose: done(({ directory }) => ({ directory, hour: 3 })),
    verify: done(({ backupName }) => ({ name: backupName })),
    restorePreview: done(({ backupName }) => ({ name: backupName })),
    restore: refused('refusedByRule', ({ backupName }) => ({ name: backupName })),
    foundRecordings: nothing,
    adoptRecording: refused('stale', () => ({ recordingId: randomUUID(), reason })),
  },
  recovery: {
    state: nothing,
    look: refused('refusedByRule', ({ directory }) => ({ directory })),
    restore: refused('refusedByRule', ({ directory }) => ({
      ...{ directory, name: '2026-01-01T00-00-00Z', recoveryKey: null, evenIfNotProven: false },
    })),
    unlock: refused('refusedByRule', () => ({ recoveryKey: '0000-0000-0000-0000-0000-0000-0000-0000' })),
    goOn: refusesNothing('refusedByRule'),
    startEmpty: refused('refusedByRule', () => ({ phrase: '' })),
    report: refusesNothing('refusedByRule'),
  },
  equipment: {
    // A citizen is being received: the equipment is looked at before or after.
    begin: refused('refusedByRule', () => ({ kind: 'quick', receptionId: null })),
    askServer: refused('notFound', ({ checkId }) => ({ checkId, method: 'capabilities', data: {} })),
    finish: refused('notFound', ({ checkId }) => ({ checkId, page: pageWith({}) })),
    cancel: done(({ checkId }) => ({ checkId })),
    startRehearsal: refused('notFound', ({ checkId }) => ({ checkId })),
    stopRehearsal: refused('notFound', ({ checkId }) => ({
      checkId,
      page: { hidden: [], encoderLagsMs: [], frames: 0, framesDropped: 0 },
    })),
    eraseRehearsal: nothing,
    latest: nothing,
    list: done(() => ({ offset: 0 })),
    readiness: done(({ receptionId }) => ({ receptionId })),
    answerTone: done(({ checkId }) => ({ checkId, heard: true })),
    receiveWithoutCamera: refused('refusedByRule', ({ checkId }) => ({ checkId, reason })),
    otherWorkplaces: nothing,
    reportRoom: done(({ receptionId }) => ({ receptionId, problem: null })),
    trends: nothing,
    board: nothing,
    passport: nothing,
    savePassport: done(() => ({ inventoryNumber: '1', room: '101', owner: '', nearby: '' })),
    report: nothing,
    bundlePreview: nothing,
    bundle: nothing,
    callFalseAlarm: refused('refusedByRule', ({ checkId }) => ({ checkId, code: 'processor', reason })),
  },
  mailroom: {
    letter: done(({ data }) => ({ letterId: data.letters[7] ?? '' })),
    revealDocument: done(({ data }) => ({ letterId: data.letters[7] ?? '', purpose: 'control' })),
    importFile: done(() => {
      // Announced as UTF-8, written in another charset: the slowest there is.
      const head = `From: a@example.ru\r\nSubject: ${randomUUID()}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n`
      const word = Buffer.from([0xf1, 0xeb, 0xee, 0xe2, 0xee, 0x0d, 0x0a])
      const raw = Buffer.concat([Buffer.from(head), Buffer.alloc(1_900_000, word)])
      return { importId: randomUUID(), byteLength: raw.byteLength, offset: 0, base64: raw.toString('base64') }
    }),
    setAside: done(({ takeLetter }) => ({ letterId: takeLetter(), reason })),
    takeBack: done(async ({ takeLetter, calls }) => {
      const letterId = takeLetter()
      await calls.mailroom.setAside({ letterId, reason })
      return { letterId }
    }),
    mailboxes: nothing,
    probeMailbox: refused('badInput', () => mailbox),
    saveMailbox: refused('badInput', () => mailbox),
    removeMailbox: refused('stale', () => ({ mailboxId: randomUUID() })),
    folder: nothing,
    setFolder: done(({ directory }) => ({ directory })),
    profiles: nothing,
    saveProfile: done(() => profileOf(randomUUID())),
    removeProfile: done(async ({ calls, as }) => {
      const profile = profileOf(randomUUID())
      await as('administrator', () => calls.mailroom.saveProfile(profile))
      return { profileId: profile.profileId }
    }),
    tryProfile: done(() => ({ profile: profileOf('образец'), sample: 'Фамилия: Иванов\n'.repeat(8_000) })),
  },
  notices: {
    ofApplication: done(({ data }) => ({ applicationId: data.closed[0]?.applicationId ?? '' })),
    outbox: nothing,
    tryNow: nothing,
    linkAgain: done(({ data }) => ({
      ...{ requestId: randomUUID(), receptionId: data.ahead[0]?.receptionId ?? '' },
    })),
    resend: refused('stale', ({ takeNotice }) => ({ noticeId: takeNotice() })),
    sentByHand: done(({ takeNotice }) => ({
      ...{ noticeId: takeNotice(), how: 'printed', occurredLocal: justNow(), note: '' },
    })),
    toldByPhone: done(({ takeNotice }) => ({
      ...{ noticeId: takeNotice(), occurredLocal: justNow(), note: '' },
    })),
    preview: done(({ data }) => ({
      ...{ kind: 'appointment', applicationId: data.ahead[0]?.applicationId ?? '' },
      ...{ receptionId: data.ahead[0]?.receptionId ?? '', proposed: null },
    })),
    templates: nothing,
    previewTemplate: done(ownWords),
    saveTemplate: done(ownWords),
    restoreTemplate: done(() => ({ kind: 'appointment' })),
    server: nothing,
    probe: done(() => ({ server, testTo: null })),
    probeStored: refusesNothing('notFound'),
    saveServer: done(() => ({ server, anyway: true })),
  },
  rejections: {
    ofApplication: done(async ({ takeOpen }) => ({ applicationId: await takeOpen() })),
    save: done(async ({ takeOpen }) => ({ applicationId: await takeOpen(), draft, quote: null, forSigning: false })),
    withdraw: done(drafted),
    paper: done(async world => ({ ...(await drafted(world)), format: 'docx' })),
    sign: done(async world => ({ ...scan, ...(await drafted(world)) })),
    send: done(signed),
    giveOtherwise: done(async world => ({ ...(await signed(world)), note: 'вручено', givenOn: day(0) })),
    signedFile: done(async world => ({ ...(await signed(world)), position: 0 })),
    revealQuote: done(drafted),
    tellHead: done(drafted),
    template: nothing,
    templateFile: nothing,
    replaceTemplate: done(async ({ calls, as }) => {
      const file = await as('administrator', () => calls.rejections.templateFile())
      if (!file.ok) throw new Error(file.fault.hint)
      return { name: file.value.name, base64: file.value.base64 }
    }),
    restoreTemplate: nothing,
  },
  takeover: {
    people: nothing,
    preview: done(({ accountId, receiverId }) => ({
      ...{ fromId: accountId, toId: receiverId, since: null, until: null, staying: [] },
    })),
    carryOut: done(({ accountId, receiverId, takeMany }) => ({
      ...{ fromId: accountId, toId: receiverId, basis: reason },
      receptions: takeMany().map(({ receptionId }) => ({ receptionId, expectedSequence: 0 })),
    })),
  },
  telemost: {
    mayMakeLinks: nothing,
    status: nothing,
    save: done(() => ({
      ...{ enabled: false, token: null, waitingRoomLevel: 'PUBLIC' },
      address: Settings.parse({}).telemostApiAddress,
    })),
    check: refusesNothing('notAvailableHere'),
    makeLink: refused('stale', ({ take }) => ({ receptionId: take('ahead').receptionId })),
    newLink: refusesNothing('notAvailableHere'),
  },
  replies: {
    list: nothing,
    candidates: done(({ data }) => ({ letterId: data.answers[0] ?? '', text: 'Семёнов' })),
    judge: done(({ takeAnswer }) => ({ letterId: takeAnswer(), verdict: 'neither', applicationId: null })),
    takeBack: refused('stale', ({ takeAnswer }) => ({ letterId: takeAnswer() })),
  },
  rights: {
    ofApplication: done(({ data }) => ({ applicationId: data.closed[0]?.applicationId ?? '' })),
    register: done(({ take }) => ({
      ...{ applicationId: take('closed').applicationId, kind: 'information' },
      ...{ way: 'letter', receivedLocal: `${day(-1)}T09:00` },
    })),
    finish: done(async world => ({ ...(await requested(world)), kind: 'done', note: reason })),
  },
}
