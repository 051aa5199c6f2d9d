import * as z from 'zod'

/**
 * Why nobody is in the room. `windowBlocked`: the browser gave no window; `unreachable`: the browser or the window
 * that is to show the room could not reach its address (no network, no name, a refused connection, a certificate);
 * `crashed`: its page died in the middle and was loaded again, so that it stands at its entrance;
 * `pageClosed`: its page closed itself, or the program that held it was started anew;
 * `atEntrance`: opened anew in the middle of a talk by the window that holds it, and nobody said yet that they are inside.
 */
export const RoomProblem = z.enum(['windowBlocked', 'unreachable', 'crashed', 'pageClosed', 'atEntrance'])
export type RoomProblem = z.infer<typeof RoomProblem>

/** What happened, in a few words. */
export const roomProblemTitles: Readonly<Record<RoomProblem, string>> = {
  windowBlocked: 'Комната не открылась',
  unreachable: 'Комната не открылась',
  crashed: 'Комната закрылась из-за ошибки',
  pageClosed: 'Комната закрылась',
  atEntrance: 'Комната открыта заново: войдите во встречу',
}

/** What happened, in a sentence. */
export const roomProblemWords: Readonly<Record<RoomProblem, string>> = {
  windowBlocked: 'Браузер не открыл окно встречи: всплывающие окна запрещены.',
  unreachable: 'Страница встречи не отвечает: сеть, имя сервера, прокси или сертификат.',
  crashed: 'Страница встречи остановилась и загружена заново: вы вышли из встречи.',
  pageClosed: 'Страница встречи закрылась: вы вышли из встречи.',
  atEntrance: 'Пока вы не вошли, в записи нет гражданина.',
}
