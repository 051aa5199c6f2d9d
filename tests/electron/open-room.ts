import type { Page } from 'playwright-core'
import { SessionPage } from '../e2e/pages/session-page.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import type { ElectronProgram } from './electron-program.ts'

/** A citizen of the demonstration's day. */
export const citizen = 'Попов Н. Е.'

/** From «Сегодня» to the room inside the desk, with the recorder armed by itself. */
export async function openRoom(
  program: Pick<ElectronProgram, 'desk' | 'room'>,
  who = citizen,
): Promise<{ session: SessionPage; room: Page }> {
  const { desk } = program
  await new TodayPage(desk).open(who)
  await desk.getByRole('button', { name: /Открыть комнату/ }).click()
  const room = await program.room()
  await room.getByRole('button', { name: 'Войти со звуком' }).click()
  const session = new SessionPage(desk)
  await session.citizenConnected.and(desk.locator(':enabled')).waitFor()
  return { session, room }
}
