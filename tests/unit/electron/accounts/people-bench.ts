import { hashPassword } from '../../../../electron/accounts/password.ts'
import { makeSessionKeeper } from '../../../../electron/accounts/session-keeper.ts'
import { makeSignIn } from '../../../../electron/accounts/sign-in.ts'
import { makeSignInAs } from '../../../../electron/accounts/sign-in-as.ts'
import { makeStaffService } from '../../../../electron/accounts/staff-service.ts'
import { makeWrongPasswords } from '../../../../electron/accounts/wrong-passwords.ts'
import { makeSettingsStore } from '../../../../electron/settings/settings-store.ts'
import type { Account } from '../../../../shared/contract/accounts.ts'
import { openStores } from '../database/fixture.ts'

export const specialistPassword = 'тихая-река-у-моста'
export const administratorPassword = 'семь-сосен-на-горе'

/** A body with a specialist and an administrator, their passwords chosen; everything but the reception is real. */
export async function openPeople() {
  const stores = openStores()
  const { accounts, eventLog, clock, session } = stores
  const specialist = session.account
  accounts.setPassword(specialist.id, await hashPassword(specialistPassword), { changeDue: false })
  const administrator: Account = accounts.addAccount({
    fullName: 'Лебедев Игорь Олегович',
    position: 'администратор',
    role: 'administrator',
  })
  accounts.setPassword(administrator.id, await hashPassword(administratorPassword), { changeDue: false })
  accounts.signOut()
  const settings = makeSettingsStore({ ...stores.database, place: accounts.place })
  const state = { receptionOpen: false, changes: 0 }
  const deps = {
    ...{ accounts, eventLog, clock },
    settings: settings.read,
    wrongPasswords: makeWrongPasswords({ accounts, settings: settings.read, clock }),
    isReceptionOpen: () => state.receptionOpen,
    onChanged: () => {
      state.changes += 1
    },
  }
  const signIn = makeSignIn(deps)
  return {
    ...stores,
    settings,
    specialist,
    administrator,
    state,
    keeper: makeSessionKeeper(deps),
    staff: makeStaffService(deps),
    signIn: (account: Pick<Account, 'id'>, password: string, newPassword: string | null = null) =>
      signIn({ accountId: account.id, password, newPassword }),
    signInAs: (accountId: string, sharedPassword: string | null) => makeSignInAs({ signIn, sharedPassword })(accountId),
    /** Kinds of the event log from here on, oldest first. */
    kindsSince(sequence: number): string[] {
      return eventLog
        .list({ offset: 0, limit: 100 })
        .filter(line => line.sequence > sequence)
        .map(line => line.kind)
        .reverse()
    },
    lastSequence: () => eventLog.list({ offset: 0, limit: 1 })[0]?.sequence ?? -1,
    /** Lets time pass. */
    pass(minutes: number) {
      clock.set(new Date(clock.nowMs() + minutes * 60_000).toISOString())
    },
  }
}
export type People = Awaited<ReturnType<typeof openPeople>>
