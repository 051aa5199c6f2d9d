import { implement } from '@orpc/server'
import { equipment as equipmentContract } from '../../shared/contract/equipment.ts'
import { type Caller, sessionOf } from '../ipc/caller.ts'
import type { EquipmentCare } from './equipment-care.ts'

/** The calls of «Оборудование». */
export function equipmentRouter(equipment: EquipmentCare['service']) {
  const os = implement({ equipment: equipmentContract }).$context<{ caller: Caller }>()
  const calls = os.equipment
  return os.router({
    equipment: {
      begin: calls.begin.handler(({ input, context }) => equipment.begin(sessionOf(context.caller), input)),
      askServer: calls.askServer.handler(({ input }) => equipment.askServer(input)),
      finish: calls.finish.handler(({ input, context }) => equipment.finish(sessionOf(context.caller), input)),
      cancel: calls.cancel.handler(({ input }) => equipment.cancel(input.checkId)),
      startRehearsal: calls.startRehearsal.handler(({ input }) => equipment.startRehearsal(input.checkId)),
      stopRehearsal: calls.stopRehearsal.handler(({ input }) => equipment.stopRehearsal(input)),
      eraseRehearsal: calls.eraseRehearsal.handler(() => equipment.eraseRehearsal()),
      latest: calls.latest.handler(() => equipment.latest()),
      list: calls.list.handler(({ input }) => equipment.list(input.offset)),
      readiness: calls.readiness.handler(({ input }) => equipment.readiness(input.receptionId)),
      answerTone: calls.answerTone.handler(({ input, context }) =>
        equipment.answerTone(sessionOf(context.caller), input.checkId, input.heard),
      ),
      receiveWithoutCamera: calls.receiveWithoutCamera.handler(({ input, context }) =>
        equipment.receiveWithoutCamera(sessionOf(context.caller), input.checkId, input.reason),
      ),
      otherWorkplaces: calls.otherWorkplaces.handler(() => equipment.office.otherWorkplaces()),
      reportRoom: calls.reportRoom.handler(({ input, context }) =>
        equipment.rooms.report(sessionOf(context.caller), input),
      ),
      trends: calls.trends.handler(() => equipment.office.trends()),
      board: calls.board.handler(() => equipment.office.board()),
      passport: calls.passport.handler(() => equipment.office.passport()),
      savePassport: calls.savePassport.handler(({ input, context }) =>
        equipment.office.savePassport(sessionOf(context.caller), input),
      ),
      report: calls.report.handler(({ context }) => equipment.office.report(sessionOf(context.caller))),
      bundlePreview: calls.bundlePreview.handler(({ context }) =>
        equipment.office.bundlePreview(sessionOf(context.caller)),
      ),
      bundle: calls.bundle.handler(({ context }) => equipment.office.bundle(sessionOf(context.caller))),
      callFalseAlarm: calls.callFalseAlarm.handler(({ input, context }) =>
        equipment.callFalseAlarm(sessionOf(context.caller), input),
      ),
    },
  })
}
