import { join } from 'node:path'
import * as z from 'zod'
import { ru } from 'zod/locales'
import type { FirstRun } from '../shared/contract/accounts.ts'
import type { RecorderView } from '../shared/contract/workplace.ts'
import { headReviewOutcomes } from '../shared/reception/outcomes.ts'
import { receptionLimits, retentionYears } from '../shared/regulation/limits.ts'
import type { Regulation } from '../shared/regulation/regulation.ts'
import { makeAccountService } from './accounts/account-service.ts'
import { makeAccounts } from './accounts/account-store.ts'
import { isBeingReceived } from './accounts/being-received.ts'
import { makeEventLogService } from './accounts/event-log-service.ts'
import { makeFolder, probeFolder } from './accounts/folder-probe.ts'
import { hashPassword } from './accounts/password.ts'
import { makeResetByRecoveryKey } from './accounts/reset-by-recovery-key.ts'
import { makeSessionKeeper } from './accounts/session-keeper.ts'
import { makeSignIn } from './accounts/sign-in.ts'
import { makeSignInAs } from './accounts/sign-in-as.ts'
import { makeStaffService } from './accounts/staff-service.ts'
import { makeWrongPasswords } from './accounts/wrong-passwords.ts'
import { makeAbsenceService } from './applications/absence-service.ts'
import { makeAbsenceStore } from './applications/absence-store.ts'
import { makeApplicationService } from './applications/application-service.ts'
import { makeApplicationStore } from './applications/application-store.ts'
import { noteCancellation } from './applications/note-cancellation.ts'
import { makeSlotDesk } from './applications/slot-desk.ts'
import { isSameDisk } from './backup/folder-check.ts'
import { makeCalendarDesk } from './calendar/calendar-desk.ts'
import { makeCitizenService } from './citizens/citizen-service.ts'
import { systemClock } from './clock.ts'
import { makeCorrespondence } from './composition/correspondence.ts'
import { openStored } from './composition/open-stored.ts'
import { createRecoveryKey, judgeRecoveryKey } from './database/recovery-files.ts'
import { makeAttentionStore } from './day/attention-store.ts'
import { makeDayService } from './day/day-service.ts'
import { makeDayStore } from './day/day-store.ts'
import { makeFilmMaker } from './demonstration/films/film-maker.ts'
import { keepPromisedFilms, readPromisedFilms } from './demonstration/films/promised-films.ts'
import { mailStandIn } from './demonstration/mail-stand-in.ts'
import { demonstrationPassword, seedDemonstration } from './demonstration/seed.ts'
import { freeBytes } from './disk/free-bytes.ts'
import { makeEquipmentCare } from './equipment/equipment-care.ts'
import type { Caller } from './ipc/caller.ts'
import { makeDoor } from './ipc/door.ts'
import { makeRouter } from './ipc/router.ts'
import { makeCorrectionStore } from './journal/correction-store.ts'
import { makeJournalExport } from './journal/journal-export.ts'
import { makeJournalHistory } from './journal/journal-history.ts'
import { makeJournalProjection } from './journal/journal-projection.ts'
import { makeJournalService } from './journal/journal-service.ts'
import { makeJournalStore } from './journal/journal-store.ts'
import { askForFfmpeg } from './media/ask-for-ffmpeg.ts'
import { makeHeldNotices } from './notices/held-notices.ts'
import { noteLinkChange } from './notices/note-link-change.ts'
import { makeNoticesCare } from './notices/notices-care.ts'
import { makePhrasesCare } from './phrases/phrases-care.ts'
import { profilePaths } from './profile-paths.ts'
import { makeEarlierReceptions } from './reception/earlier-receptions.ts'
import { makeLinkRule } from './reception/link-rule.ts'
import { makeMoveStore } from './reception/move-store.ts'
import { makeMoving } from './reception/moving.ts'
import { readHelpCards } from './reception/read-help-cards.ts'
import { makeReceptionService } from './reception/reception-service.ts'
import { makeReceptionStore } from './reception/reception-store.ts'
import { makeTurns } from './reception/turns.ts'
import { workInterruptedBy } from './reception/work-interruption.ts'
import { makeGrabber } from './recording/grabber/grabber.ts'
import { makeGrabberService } from './recording/grabber/grabber-service.ts'
import { isFolderHeld } from './recording/live/folder-lock.ts'
import { isOwnFolder } from './recording/live/ownership.ts'
import { makeRecorder, type RecorderConnection } from './recording/live/recorder.ts'
import { recordingDirectory } from './recording/live/recording-folder.ts'
import { findUnsealed } from './recording/live/unsealed.ts'
import { openRecordingPlace } from './recording/presence/recording-store-stamp.ts'
import { readStoreLimits } from './recording/presence/store-limits.ts'
import { receptionBytes } from './recording/reception-bytes.ts'
import { makeRecordingLibrary } from './recording/recording-library.ts'
import { makeRecordingProof, readThresholds } from './recording/recording-proof.ts'
import { makeRecordingService } from './recording/recording-service.ts'
import { makeRecordingStore } from './recording/recording-store.ts'
import { makeDatabaseCare } from './recovery/database-care.ts'
import { readRegulation } from './regulation/read-regulation.ts'
import { withPolicy } from './settings/locked-settings.ts'
import { makeSettingsService } from './settings/settings-service.ts'
import { makeSettingsStore } from './settings/settings-store.ts'
import { makeRefusalToCancel } from './terms/refusal-to-cancel.ts'
import { makeTrustedTime, readTimeLimits } from './trusted-time/trusted-time.ts'
import { makeActivityTeller, markOfPerson } from './workplace/activity.ts'
import { makeAnnouncer } from './workplace/announcer.ts'
import { makeWorkplaceService } from './workplace/workplace-service.ts'
import type { Workstation, WorkstationConfig, WorkstationHost } from './workstation-api.ts'

/**
 * Composition root: builds every service from what it needs and closes them in reverse. Rejects when the workstation
 * cannot work (a broken regulation, a wrong key, no ffmpeg): better no start than a reception without its proof.
 */
export async function makeWorkstation(config: WorkstationConfig, host: WorkstationHost): Promise<Workstation> {
  const { log } = host
  // Messages of the schemas reach the screen beside their fields.
  z.config(ru())
  const clock = systemClock
  const paths = profilePaths(config.profileDirectory)

  // The law and the tools. ffmpeg takes a tenth of a second to say that it works: the database is opened meanwhile.
  const askedFfmpeg = askForFfmpeg(config.ffmpegSetting)
  const regulation = await readRegulation(join(config.resourcesDirectory, 'regulations/kuzbass-121.json'))
  const thresholds = await readThresholds(join(config.resourcesDirectory, 'recording-thresholds.json'))

  // The database and its stores.
  const { database, backupSettings, runner, beforeMigration } = await openStored(config, paths, clock, askedFfmpeg)
  const { read, write } = database
  const { accounts, eventLog } = makeAccounts({ read, write, clock })
  // Whoever works here or did last: a seal or a backup goes on while the desk is locked.
  const { place, lastSession: session, life: sessionLife } = accounts
  const projection = makeJournalProjection({ write })
  const shared = { read, write, place, clock, eventLog, journal: projection }
  const settingsStore = withPolicy(makeSettingsStore({ read, write, place }), config.policy)
  const announcer = makeAnnouncer()
  const { announce } = announcer
  const { calendar, terms, current } = await makeCalendarDesk({
    ...{ ...shared, announce, regulation },
    resourcesDirectory: config.resourcesDirectory,
    mail: {
      unjudgedAnswers: applicationId => correspondence.mail.unjudgedAnswers(applicationId),
      isSilent: () => correspondence.mail.isSilent(),
    },
  })
  const held = makeHeldNotices(clock)
  const notices = await makeNoticesCare({
    ...{ ...shared, announce, regulation, log, calendar: current },
    resourcesDirectory: config.resourcesDirectory,
    phone: () => settingsStore.read().citizenPhone,
    isHeld: held.isHeld,
    ...(config.demonstration ? { sender: mailStandIn } : {}),
  })
  const receptionStore = makeReceptionStore({
    ...{ ...shared, actor: () => session()?.account.id ?? null },
    onCancelled: noteCancellation({ ...shared, notices: notices.desk }),
    onLinkSet: noteLinkChange({ write, notices: notices.desk }),
  })
  const ffmpegPath = await askedFfmpeg.catch(error => {
    database.close()
    throw error
  })
  const proof = makeRecordingProof({ ffmpegPath, thresholds, clock, everySecond })
  const recordingPlace = await openRecordingPlace(config.recordingsDirectory, error =>
    log.error({ error: String(error) }, 'folder of recordings cannot be opened'),
  )
  const recordingStore = makeRecordingStore({ ...shared, recordingPlace })
  const storeLimits = await readStoreLimits(join(config.resourcesDirectory, 'recording-store.json'))
  const dayStore = makeDayStore(shared)
  const identity = {
    retentionYears: retentionYears(regulation),
    program: config.version,
    regulation: `${regulation.id}@${regulation.version}`,
  }
  if (config.demonstration && !accounts.isSetUp()) {
    const passwordHash = await hashPassword(demonstrationPassword)
    await seedDemonstration({
      ...{ write, regulation, passwordHash, nowMs: clock.nowMs(), resourcesDirectory: config.resourcesDirectory },
      // A TZ nobody knows has no name.
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
      ...{ recordingPlace, identity },
      keepPromised: films => keepPromisedFilms(config.profileDirectory, films),
    })
  }

  const trustedTime = makeTrustedTime({
    ...{ write, place, clock, eventLog, isSetUp: accounts.isSetUp },
    limits: await readTimeLimits(join(config.resourcesDirectory, 'trusted-time.json')),
    onChanged: () => announce({ kind: 'journalChanged' }),
  })

  // The recording, live and sealed.
  const nextReceptionBytes = () =>
    receptionBytes(receptionLimits(regulation, 'UTC'), session() ? recordingStore.averageBitrate() : null)
  const recorder = makeRecorder({
    rootDirectory: config.recordingsDirectory,
    clock,
    everySecond,
    freeBytes,
    sessionBytes: nextReceptionBytes,
    makeVerifier: proof.makeVerifier,
    onLost: lost => void noteLoss(lost.recordingId, lost.savedUntilMs, lost.cause),
    isRoomGiven: host.capabilities.openTelemostInside,
    log,
  })
  const grabber = makeGrabber({ ffmpegPath, connect: recorder.connect, clock, log })
  const directoryOf = (recording: Parameters<typeof recordingDirectory>[1]) =>
    recordingDirectory(config.recordingsDirectory, recording)
  const recordings = makeRecordingService({
    recorder,
    rows: recordingStore,
    seal: proof.seal,
    // What is another workplace's is nobody else's to seal.
    findUnsealed: async () => {
      const unsealed = await findUnsealed(
        config.recordingsDirectory,
        () => log.error('a recording folder cannot be read, left alone'),
        proof.isSealFinished,
      )
      const ours = []
      for (const { session, directory } of unsealed)
        if (await isOwnFolder(config.recordingsDirectory, { session, directory }, place()))
          ours.push({ session, directory, isHeld: await isFolderHeld(directory) })
      return ours
    },
    directoryOf,
    session,
    identity,
    announce,
    clock,
    log,
  })

  // The desk.
  const moveStore = makeMoveStore({ ...shared, receptions: receptionStore })
  const links = makeLinkRule(shared)
  const inTurn = makeTurns()
  const sharedByReceptions = {
    ...{ links, announce, clock, inTurn },
    onOpenChanged: (open: boolean) => {
      // Whoever writes the result needs no recorder: that it is gone is no alarm then.
      recorder.setInSession(open && receptions.isSomebodyTalking())
      recorder.setReception(receptions.inHand())
      showActivity(recorder.view(), openNow())
    },
  }
  const receptions = makeReceptionService({
    rows: receptionStore,
    recordings,
    holdForAbuse: (who, recordingId) => library.holds.holdForAbuse(who, recordingId),
    regulation,
    helpCards: await readHelpCards(join(config.resourcesDirectory, 'help-cards.json')),
    roomInReceptions: () => recorder.view().roomInReceptions,
    movesTo: moveStore.movesTo,
    refusalOfRoom: (receptionId, action) => equipment.refusalOfRoom(receptionId, action),
    refusalToCancel: makeRefusalToCancel({ terms, refreshMail: () => correspondence.mail.refresh() }),
    ...sharedByReceptions,
  })
  const specialist = (accountId: string) =>
    accounts.staff().find(({ id, role, disabledAt }) => id === accountId && role === 'specialist' && !disabledAt) ??
    null
  const absences = makeAbsenceStore(shared)
  const slots = makeSlotDesk({
    absencesOf: absences.standing,
    ...{ ...shared, regulation, calendar: current },
    slotMinutes: () => settingsStore.read().slotMinutes,
  })
  const moving = makeMoving({
    ...{ rows: receptionStore, store: moveStore, regulation, specialist, ruleFor: slots.ruleFor },
    notices: { desk: notices.desk, transaction: write.transaction },
    ...sharedByReceptions,
  })
  const corrections = makeCorrectionStore(shared)
  const correspondence = await makeCorrespondence({
    ...{ ...shared, config, host, announce, log, regulation, accounts, specialist, corrections, terms, notices, held },
    ...{ links, inTurn, slots, rows: receptionStore, receptions, moving, calendar: current },
    trustedNow: trustedTime.now,
    settings: settingsStore.read,
    checkpoint: () => database.raw.pragma('wal_checkpoint(TRUNCATE)'),
  })
  const library = makeRecordingLibrary({
    ...{ read, write, place, clock, eventLog, session, sessionLife, announce, log, regulation, thresholds },
    ...{ directoryOf, identity },
    store: recordingStore,
    settings: settingsStore.read,
    receptionDetail: (who, receptionId) => receptions.detail(who, receptionId),
    verify: proof.verify,
    ffmpegPath,
    rootDirectory: config.recordingsDirectory,
    ...{ recordingPlace, storeLimits },
    spareBytes: async () => (await freeBytes(config.recordingsDirectory)) - nextReceptionBytes(),
    isReceptionOpen: isSomebodyReceived,
  })
  const films = makeFilmMaker({
    promised: config.demonstration ? readPromisedFilms(config.profileDirectory) : [],
    ...{ ffmpegPath, rootDirectory: config.recordingsDirectory, regulation, log },
    session: accounts.session,
    timeZone: () => place().timeZone,
    ...{ reception: receptionStore.byId, eventsOf: receptionStore.events, recording: recordingStore.byId },
    isImported: receptionId => library.ofReception(receptionId).some(({ imported }) => imported !== null),
    ...{ imports: library.imports, seal: recordings.seal, prove: library.scrub.prove },
    isReceptionOpen: isSomebodyReceived,
    onProgress: () => announce({ kind: 'demonstrationChanged' }),
  })
  const care = makeDatabaseCare({
    ...{
      config,
      host,
      read,
      write,
      place,
      eventLog,
      journal: projection,
      recordingStore,
      recordingPlace,
      storeLimits,
      proof,
      announce,
      clock,
      log,
    },
    ...{ settings: backupSettings, runner, beforeMigration, trustedNow: trustedTime.now },
    ...{ isSetUp: accounts.isSetUp, signOut: accounts.signOut },
    isReceptionOpen: () => accounts.isSetUp() && receptions.open() !== null,
  })
  care.noteWhatHappened()
  const equipment = await makeEquipmentCare({
    ...{ config, read, write, place, eventLog, sessionLife, announce, clock },
    ...{ log, everySecond, makeVerifier: proof.makeVerifier },
    ffmpegPath,
    receptionBytes: nextReceptionBytes,
    isReceptionOpen: isSomebodyReceived,
    isRoomInside: host.capabilities.openTelemostInside,
    onRoom: recordings.noteRoom,
    isSpecialistHere: () => accounts.isSetUp() && accounts.session()?.account.role === 'specialist',
  })
  const stillOpen = accounts.isSetUp() ? receptions.open() : null
  if (stillOpen !== null && receptions.isTalking(stillOpen))
    equipment.service.rooms.recall(stillOpen, host.isFirstOfRun && host.capabilities.openTelemostInside)
  const people = {
    ...{ accounts, eventLog, clock },
    settings: settingsStore.read,
    wrongPasswords: makeWrongPasswords({ accounts, settings: settingsStore.read, clock }),
    isReceptionOpen: isSomebodyReceived,
    onChanged() {
      announce({ kind: 'deskChanged' })
      showActivity(recorder.view(), openNow())
    },
  }
  const keeper = makeSessionKeeper(people)
  const signIn = makeSignIn(people)
  const router = makeRouter({
    workplace: makeWorkplaceService({
      config,
      host,
      recorder,
      regulation,
      firstRunDone: accounts.isSetUp,
      announcer,
      clock,
      films: films.progress,
    }),
    accounts: makeAccountService({
      ...people,
      keeper,
      signIn,
      signInAs: makeSignInAs({ signIn, sharedPassword: config.demonstration ? demonstrationPassword : null }),
      resetByRecoveryKey: makeResetByRecoveryKey({
        ...people,
        judgeRecoveryKey: typed => judgeRecoveryKey(paths, typed, config.databaseKeyHex),
      }),
      staff: makeStaffService(people),
      newRecoveryKey: () => createRecoveryKey(paths, config.databaseKeyHex),
      probeFolder: directory =>
        probeFolder(directory, { named: [config.policy.recordingsDirectory, config.policy.backupDirectory] }),
      makeFolder,
      isOnDiskOfDatabase: directory => isSameDisk(directory, paths.database),
      receptionBytes: nextReceptionBytes,
      keepFolders,
    }),
    settings: makeSettingsService({ store: settingsStore, policy: config.policy, eventLog, write }),
    eventLog: makeEventLogService({ accounts, eventLog, witnesses: [care.witness] }),
    applications: makeApplicationService({ store: makeApplicationStore(shared) }),
    terms,
    calendar,
    receptions,
    moving,
    earlierReceptions: makeEarlierReceptions({ read, place }),
    absences: makeAbsenceService({ store: absences, clock, announce }),
    day: makeDayService({
      attention: makeAttentionStore({
        ...{ read, place, recordingExpected: expectedRecordings(regulation) },
        headReview: headReviewOutcomes(regulation),
      }),
      store: dayStore,
      rows: receptionStore,
      roomInReceptions: () => recorder.view().roomInReceptions,
      askers: [...correspondence.askers, care.askFound, trustedTime.attention],
      mail: correspondence.mailFacts,
      firstDay: () => ({
        equipment: equipment.readiness(),
        roles: new Set(accounts.staff().flatMap(({ role, disabledAt }) => (disabledAt ? [] : [role]))),
        letters: correspondence.lettersTaken(),
      }),
      announce,
      clock,
    }),
    phrases: await makePhrasesCare({ ...shared, resourcesDirectory: config.resourcesDirectory }),
    grabber: makeGrabberService({
      grabber,
      isRecording: () => recorder.view().recording !== null,
      platform: process.platform,
      environment: process.env,
    }),
    journal: makeJournalService({
      store: makeJournalStore({ read, place, recordingExpected: expectedRecordings(regulation) }),
      history: makeJournalHistory({ read, eventsOf: receptionStore.events, recordingsOf: library.ofReception }),
      corrections,
      eventLog,
      regulation,
      announce,
    }),
    citizens: makeCitizenService({ ...shared, termed: terms.termed, recordingsOf: library.ofReception }),
    recordings: library,
    trustedTime,
    backup: care.backup,
    recovery: care.recovery,
    equipment: equipment.service,
    journalExport: makeJournalExport({ ...shared, host, regulation, resourcesDirectory: config.resourcesDirectory }),
    ...correspondence.services,
  })
  const caller: Caller = { session: accounts.session, sessionLife }
  const door = makeDoor(router, log, (accountId, call, result) =>
    eventLog.append({ accountId, kind: 'callRefused', objects: { call }, result }),
  )

  // What goes on by itself.
  const tellActivity = makeActivityTeller(host.showActivity)
  const openNow = (): string | null => (session() ? receptions.open() : null)
  const showActivity = ({ recording, alarms }: RecorderView, receptionId: string | null): void =>
    tellActivity({
      receptionOpen: receptionId !== null,
      recording: recording !== null,
      alarm: alarms[0]?.code ?? null,
      person: markOfPerson(session()?.account.id ?? null),
    })
  const stopRecorderNews = recorder.onChange(view => {
    announce({ kind: 'recorder', recorder: view })
    // Twice a second: the database is asked once for everybody.
    const receptionId = openNow()
    showActivity(view, receptionId)
    if (session()) library.notes.follow(receptionId, view)
  })
  const stopClock = everySecond(() => {
    announce({ kind: 'now', at: new Date(clock.nowMs()).toISOString() })
    care.tick()
    equipment.tick()
    if (!accounts.isSetUp()) return
    keeper.tick()
    correspondence.tick()
    library.scrub.tick()
    films.tick()
  })

  async function noteLoss(recordingId: string, savedUntilMs: number, cause: Parameters<typeof workInterruptedBy>[0]) {
    const who = session()
    const receptionId = recordingStore.byId(recordingId)?.session.receptionId
    if (!who || !receptionId) return
    const from = new Date(savedUntilMs).toISOString()
    const noted = await receptions.note(who, receptionId, {
      kind: 'workInterrupted',
      from,
      cause: workInterruptedBy(cause),
    })
    if (!noted.ok)
      log.warn({ recordingId, code: noted.fault.code }, 'loss of the recording is not an event of the reception')
    // Where the room is inside the program its recorder is made anew by itself, hidden: shown, it would stand over the
    // citizen's picture.
    const { openRecorderWindow, openTelemostInside } = host.capabilities
    if (openRecorderWindow && !openTelemostInside && cause === 'recorderLost') host.openRecorder()
  }

  /** A recorder's link is a person's: closed where nobody is signed in, cut when the session ends. */
  function whileSignedIn(connection: RecorderConnection, connect: (connection: RecorderConnection) => void): void {
    const life = sessionLife()
    if (life.aborted) {
      connection.close()
      return
    }
    const cut = (): void => connection.close()
    life.addEventListener('abort', cut, { once: true })
    connection.onClose(() => life.removeEventListener('abort', cut))
    connect(connection)
  }

  /** A reception that was left open must not hold the desk open for ever. */
  function isSomebodyReceived(): boolean {
    const receptionId = accounts.isSetUp() ? receptions.open() : null
    if (receptionId === null) return false
    const last = receptionStore.events(receptionId).at(-1)
    const lastEventMs = last ? Date.parse(last.recordedAt) : clock.nowMs()
    return isBeingReceived({ lastEventMs, recording: recorder.view().recording !== null }, clock.nowMs())
  }

  async function keepFolders({
    recordingsDirectory,
    backupDirectory,
  }: Pick<FirstRun, 'recordingsDirectory' | 'backupDirectory'>): Promise<() => void> {
    if (backupDirectory !== null) backupSettings.write({ ...backupSettings.read(), directory: backupDirectory })
    if (
      config.policy.recordingsDirectory !== undefined ||
      recordingsDirectory === null ||
      recordingsDirectory === config.recordingsDirectory
    )
      return () => undefined
    await host.keepRecordingsDirectory(recordingsDirectory)
    return host.restart
  }

  if (accounts.isSetUp()) {
    keeper.resume()
    notices.resume()
  }
  if (accounts.isSetUp()) await library.imports.tidy()
  const leftOpen = openNow()
  recorder.setInSession(leftOpen !== null && receptions.isSomebodyTalking())
  recorder.setReception(accounts.isSetUp() ? receptions.inHand() : null)
  showActivity(recorder.view(), leftOpen)
  const takenUp = recordings
    .takeUp(receptionId => receptions.isTalking(receptionId))
    .then(lost => (lost ? noteLoss(lost.recordingId, lost.savedUntilMs, lost.cause) : undefined))
    .catch(error => log.error({ error: String(error) }, 'what was left of the last run could not be taken up'))

  // Rows that a restored database lacks: after what was left of the last run, so that nothing is taken up twice.
  void takenUp.then(() => care.searchRecordings())

  return {
    connectPage: socket => void door.upgrade(socket, { context: { caller } }),
    connectRecorder: connection => whileSignedIn(connection, recorder.connect),
    connectRehearsal: connection => whileSignedIn(connection, equipment.rehearsal.connect),
    playableFile: token => library.archive.playableFile(token) ?? equipment.rehearsal.playableFile(token),
    receiveImport: (token, body) => library.imports.receive(token, body),
    noteComputer(event) {
      if (!accounts.isSetUp()) return
      eventLog.append({ accountId: accounts.session()?.account.id ?? null, kind: event, objects: {}, result: 'done' })
    },
    async close() {
      stopClock()
      stopRecorderNews()
      await takenUp
      if (accounts.isSetUp()) keeper.close()
      await correspondence.close()
      await equipment.close()
      await care.close()
      await films.close()
      await library.imports.close()
      await library.scrub.close()
      await grabber.release()
      await recorder.close()
      await recordings.close()
      database.close()
    },
  }
}

/** The workstation's own pulse: no clock, alarm or watchdog runs in a page. */
function everySecond(tick: () => void): () => void {
  const timer = setInterval(tick, 1000)
  return () => clearInterval(timer)
}

const expectedRecordings = (regulation: Regulation) =>
  regulation.outcomes.filter(outcome => outcome.recording === 'expected').map(outcome => outcome.code)
