import * as z from 'zod'

/**
 * Why the room itself did not open. `windowBlocked`: the browser gave no window; `unreachable`: the browser or the window
 * that is to show the room could not reach its address (no network, no name, a refused connection, a certificate).
 */
export const RoomProblem = z.enum(['windowBlocked', 'unreachable'])
export type RoomProblem = z.infer<typeof RoomProblem>

/** What happened, in a sentence. */
export const roomProblemWords: Readonly<Record<RoomProblem, string>> = {
  windowBlocked: 'Браузер не открыл окно встречи: всплывающие окна запрещены.',
  unreachable: 'Страница встречи не отвечает: сеть, имя сервера, прокси или сертификат.',
}
