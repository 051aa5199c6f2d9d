import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import { done } from '../../shared/contract/reply.ts'
import { applicationsRouter } from '../applications/applications-router.ts'
import { citizensRouter } from '../citizens/citizens-router.ts'
import { equipmentRouter } from '../equipment/equipment-router.ts'
import { mailroomRouter } from '../mailroom/mailroom-router.ts'
import { noticesRouter } from '../notices/notices-router.ts'
import { takeoverRouter } from '../reception/takeover-router.ts'
import { recoveryRouter } from '../recovery/recovery-router.ts'
import { rejectionRouter } from '../rejections/rejection-router.ts'
import { repliesRouter } from '../replies/replies-router.ts'
import { rightsRouter } from '../rights/rights-router.ts'
import type { Services } from '../services.ts'
import { telemostRouter } from '../telemost/telemost-router.ts'
import { type Caller, sessionOf } from './caller.ts'

/** Every call of the contract with its handler; who may call and what may be sent is checked before (door.ts). */
export function makeRouter(services: Services) {
  const {
    workplace,
    accounts,
    settings,
    eventLog,
    grabber,
    calendar,
    receptions,
    moving,
    earlierReceptions,
    day,
    absences,
    phrases,
    journal,
    recordings,
    backup,
    trustedTime,
  } = services
  const os = implement(contract).$context<{ caller: Caller }>()
  return os.router({
    workplace: {
      status: os.workplace.status.handler(() => done(workplace.status())),
      watch: os.workplace.watch.handler(({ signal }) => workplace.watch(signal)),
      demonstrationRecordings: os.workplace.demonstrationRecordings.handler(() =>
        done(workplace.demonstrationRecordings()),
      ),
      openRecorder: os.workplace.openRecorder.handler(() => workplace.openRecorder()),
      muteMicrophone: os.workplace.muteMicrophone.handler(({ input }) => workplace.muteMicrophone(input.muted)),
      answerRoom: os.workplace.answerRoom.handler(({ input }) => workplace.answerRoom(input.choiceId, input.isRight)),
    },
    accounts: {
      session: os.accounts.session.handler(({ context }) => done(context.caller.session())),
      entry: os.accounts.entry.handler(() => done(accounts.entry())),
      firstRun: os.accounts.firstRun.handler(({ input }) => accounts.firstRun(input)),
      checkFolder: os.accounts.checkFolder.handler(({ input }) => accounts.checkFolder(input.directory)),
      signIn: os.accounts.signIn.handler(({ input }) => accounts.signIn(input)),
      signOut: os.accounts.signOut.handler(({ context }) => accounts.keeper.signOut(sessionOf(context.caller))),
      lock: os.accounts.lock.handler(({ context }) => accounts.keeper.lock(sessionOf(context.caller))),
      touch: os.accounts.touch.handler(() => accounts.keeper.touch()),
      changePassword: os.accounts.changePassword.handler(({ input, context }) =>
        accounts.staff.changePassword(sessionOf(context.caller), input),
      ),
      renewRecoveryKey: os.accounts.renewRecoveryKey.handler(({ input, context }) =>
        accounts.renewRecoveryKey(sessionOf(context.caller), input.password),
      ),
      staff: os.accounts.staff.handler(() => accounts.staff.list()),
      colleagues: os.accounts.colleagues.handler(() => accounts.staff.colleagues()),
      addPerson: os.accounts.addPerson.handler(({ input, context }) =>
        accounts.staff.add(sessionOf(context.caller), input),
      ),
      changePerson: os.accounts.changePerson.handler(({ input, context }) =>
        accounts.staff.change(sessionOf(context.caller), input),
      ),
      disablePerson: os.accounts.disablePerson.handler(({ input, context }) =>
        accounts.staff.setDisabled(sessionOf(context.caller), input.accountId, true),
      ),
      enablePerson: os.accounts.enablePerson.handler(({ input, context }) =>
        accounts.staff.setDisabled(sessionOf(context.caller), input.accountId, false),
      ),
      signInAs: os.accounts.signInAs.handler(({ input }) => accounts.signInAs(input.accountId)),
      resetByRecoveryKey: os.accounts.resetByRecoveryKey.handler(({ input }) => accounts.resetByRecoveryKey(input)),
      resetPassword: os.accounts.resetPassword.handler(({ input, context }) =>
        accounts.staff.resetPassword(sessionOf(context.caller), input),
      ),
    },
    settings: {
      locked: os.settings.locked.handler(() => settings.locked()),
      get: os.settings.get.handler(() => settings.get()),
      change: os.settings.change.handler(({ input, context }) => settings.change(sessionOf(context.caller), input)),
    },
    eventLog: {
      list: os.eventLog.list.handler(({ input, context }) => eventLog.list(sessionOf(context.caller), input)),
      verify: os.eventLog.verify.handler(({ context }) => eventLog.verify(sessionOf(context.caller))),
      compareSheet: os.eventLog.compareSheet.handler(({ input, context }) =>
        eventLog.compareSheet(sessionOf(context.caller), input),
      ),
    },
    applications: applicationsRouter(services).applications,
    calendar: {
      state: os.calendar.state.handler(() => calendar.state()),
      previewException: os.calendar.previewException.handler(({ input }) => calendar.previewException(input)),
      decideException: os.calendar.decideException.handler(({ input, context }) =>
        calendar.decideException(sessionOf(context.caller), input),
      ),
      previewImport: os.calendar.previewImport.handler(({ input }) => calendar.previewImport(input)),
      importYear: os.calendar.importYear.handler(({ input, context }) =>
        calendar.importYear(sessionOf(context.caller), input),
      ),
      setSchedule: os.calendar.setSchedule.handler(({ input, context }) =>
        calendar.setSchedule(sessionOf(context.caller), input),
      ),
    },
    receptions: {
      day: os.receptions.day.handler(({ input, context }) => receptions.day(sessionOf(context.caller), input.date)),
      detail: os.receptions.detail.handler(({ input, context }) =>
        receptions.detail(sessionOf(context.caller), input.receptionId),
      ),
      earlier: os.receptions.earlier.handler(({ input }) => done([...earlierReceptions(input.receptionId)])),
      act: os.receptions.act.handler(({ input, context }) => receptions.act(sessionOf(context.caller), input)),
      revealAddress: os.receptions.revealAddress.handler(({ input, context }) =>
        receptions.revealAddress(sessionOf(context.caller), input),
      ),
      helpCards: os.receptions.helpCards.handler(() => receptions.helpCards()),
      saveNote: os.receptions.saveNote.handler(({ input, context }) =>
        receptions.saveNote(sessionOf(context.caller), input),
      ),
      move: os.receptions.move.handler(({ input, context }) => moving.move(sessionOf(context.caller), input)),
      setLink: os.receptions.setLink.handler(({ input, context }) =>
        receptions.setLink(sessionOf(context.caller), input),
      ),
      open: os.receptions.open.handler(() => done(receptions.open())),
    },
    day: {
      clockDoubt: os.day.clockDoubt.handler(() => done(trustedTime.doubt())),
      confirmClock: os.day.confirmClock.handler(({ input, context }) =>
        trustedTime.confirm(sessionOf(context.caller), input.reason),
      ),
      state: os.day.state.handler(({ context }) => day.state(sessionOf(context.caller))),
      answer: os.day.answer.handler(({ input, context }) => day.answer(sessionOf(context.caller), input)),
      close: os.day.close.handler(({ context }) => day.close(sessionOf(context.caller))),
      reopen: os.day.reopen.handler(({ input, context }) => day.reopen(sessionOf(context.caller), input.reason)),
      absences: os.day.absences.handler(({ context }) => absences.list(sessionOf(context.caller))),
      noteAbsence: os.day.noteAbsence.handler(({ input, context }) => absences.note(sessionOf(context.caller), input)),
      withdrawAbsence: os.day.withdrawAbsence.handler(({ input, context }) =>
        absences.withdraw(sessionOf(context.caller), input.absenceId),
      ),
      sheet: os.day.sheet.handler(({ input, context }) => day.sheet(sessionOf(context.caller), input.date)),
    },
    phrases: {
      list: os.phrases.list.handler(({ context }) => phrases.list(sessionOf(context.caller))),
      add: os.phrases.add.handler(({ input, context }) => phrases.add(sessionOf(context.caller), input)),
      change: os.phrases.change.handler(({ input, context }) =>
        phrases.change(sessionOf(context.caller), { id: input.phraseId, text: input.text, topicIds: input.topicIds }),
      ),
      remove: os.phrases.remove.handler(({ input, context }) =>
        phrases.remove(sessionOf(context.caller), input.phraseId),
      ),
      restore: os.phrases.restore.handler(({ input, context }) =>
        phrases.restore(sessionOf(context.caller), input.phraseId),
      ),
      used: os.phrases.used.handler(({ input, context }) => phrases.used(sessionOf(context.caller), input.phraseId)),
      topicOf: os.phrases.topicOf.handler(({ input }) => phrases.topicOf(input.receptionId)),
    },
    grabber: {
      sources: os.grabber.sources.handler(() => grabber.sources()),
      arm: os.grabber.arm.handler(({ input }) => grabber.arm(input)),
      release: os.grabber.release.handler(() => grabber.release()),
    },
    journal: {
      list: os.journal.list.handler(({ input }) => journal.list(input)),
      counts: os.journal.counts.handler(({ input }) => journal.counts(input.filter)),
      columns: os.journal.columns.handler(() => journal.columns()),
      entry: os.journal.entry.handler(({ input, context }) => journal.entry(sessionOf(context.caller), input)),
      looks: os.journal.looks.handler(({ input }) => journal.looks(input.applicationId)),
      correct: os.journal.correct.handler(({ input, context }) => journal.correct(sessionOf(context.caller), input)),
      exportSize: os.journal.exportSize.handler(({ input }) => services.journalExport.size(input)),
      export: os.journal.export.handler(({ input, context }) =>
        services.journalExport.export(sessionOf(context.caller), input),
      ),
    },
    recordings: {
      list: os.recordings.list.handler(({ input, context }) =>
        recordings.archive.list(sessionOf(context.caller), input),
      ),
      detail: os.recordings.detail.handler(({ input, context }) =>
        recordings.archive.detail(sessionOf(context.caller), input.recordingId),
      ),
      play: os.recordings.play.handler(({ input, context }) =>
        recordings.archive.play(sessionOf(context.caller), input.recordingId, input.reason),
      ),
      uncover: os.recordings.uncover.handler(({ input, context }) =>
        recordings.archive.uncover(sessionOf(context.caller), input.recordingId, input.reason),
      ),
      viewings: os.recordings.viewings.handler(({ input }) => recordings.archive.viewings(input.recordingId)),
      verify: os.recordings.verify.handler(({ input, context }) =>
        recordings.archive.verify(sessionOf(context.caller), input.recordingId),
      ),
      hold: os.recordings.hold.handler(({ input, context }) => recordings.holds.hold(sessionOf(context.caller), input)),
      release: os.recordings.release.handler(({ input, context }) =>
        recordings.holds.release(sessionOf(context.caller), input),
      ),
      story: os.recordings.story.handler(({ input, context }) =>
        recordings.story(sessionOf(context.caller), input.receptionId),
      ),
      beginImport: os.recordings.beginImport.handler(({ input, context }) =>
        recordings.imports.begin(sessionOf(context.caller), input),
      ),
      checkImport: os.recordings.checkImport.handler(({ input, context }) =>
        recordings.imports.check(sessionOf(context.caller), input.importId),
      ),
      acceptImport: os.recordings.acceptImport.handler(({ input, context }) =>
        recordings.imports.accept(sessionOf(context.caller), input),
      ),
      cancelImport: os.recordings.cancelImport.handler(({ input, context }) =>
        recordings.imports.cancel(sessionOf(context.caller), input.importId),
      ),
    },
    backup: {
      status: os.backup.status.handler(({ context }) => backup.status(sessionOf(context.caller))),
      list: os.backup.list.handler(() => backup.list()),
      make: os.backup.make.handler(({ context }) => backup.make(sessionOf(context.caller))),
      choose: os.backup.choose.handler(({ input, context }) => backup.choose(sessionOf(context.caller), input)),
      verify: os.backup.verify.handler(({ input }) => backup.verify(input.name)),
      restorePreview: os.backup.restorePreview.handler(({ input }) => backup.restorePreview(input.name)),
      restore: os.backup.restore.handler(({ input, context }) => backup.restore(sessionOf(context.caller), input.name)),
      foundRecordings: os.backup.foundRecordings.handler(() => backup.foundRecordings()),
      adoptRecording: os.backup.adoptRecording.handler(({ input, context }) =>
        backup.adoptRecording(sessionOf(context.caller), input),
      ),
    },
    recovery: recoveryRouter(services.recovery).recovery,
    equipment: equipmentRouter(services.equipment).equipment,
    mailroom: mailroomRouter(services.mailroom).mailroom,
    notices: noticesRouter(services.notices).notices,
    rejections: rejectionRouter(services.rejections).rejections,
    takeover: takeoverRouter(services.takeover).takeover,
    telemost: telemostRouter(services.telemost).telemost,
    replies: repliesRouter(services.replies).replies,
    rights: rightsRouter(services.rights).rights,
    citizens: citizensRouter(services.citizens).citizens,
  })
}
