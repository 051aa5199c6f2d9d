/** What can go wrong between this workplace and Telemost's API, by the errors its documentation names. */
export type TelemostProblem =
  | 'badRequest'
  | 'unauthorised'
  | 'paymentRequired'
  | 'organisationsOnly'
  | 'noRight'
  | 'notFound'
  | 'tooMany'
  | 'serverFailed'
  | 'timeout'
  | 'unreachable'
  | 'badAnswer'

const texts: Readonly<Record<TelemostProblem, string>> = {
  badRequest:
    'Телемост не принял запрос (400). Проверьте уровень комнаты ожидания в настройках; если он верен, сообщите разработчику.',
  unauthorised:
    'Телемост не узнал токен (401): он отозван, истёк или введён с ошибкой. Администратор получает новый на oauth.yandex.ru и вводит его в «Настройки», «Яндекс Телемост».',
  paymentRequired: 'Тариф организации в Яндекс 360 этого не позволяет (402). Создайте встречу в Телемосте сами.',
  organisationsOnly:
    'Телемост создаёт встречи через API только для организаций Яндекс 360 (403). Нужен токен сотрудника организации.',
  noRight:
    'У токена нет права на встречи (403). Нужны права telemost-api:conferences.create, conferences.read и conferences.update.',
  notFound: 'В Телемосте такой встречи нет (404): её удалили или она истекла. Создайте новую.',
  tooMany: 'Телемост просит подождать: слишком много запросов (429). Повторите через минуту.',
  serverFailed:
    'Телемост сейчас не отвечает как должен (ошибка на его стороне). Повторите позже или введите ссылку сами.',
  timeout: 'Телемост не ответил за 10 секунд. Повторите или введите ссылку сами.',
  unreachable:
    'До Телемоста не достучаться: нет сети, или адрес закрыт межсетевым экраном. Введите ссылку сами и сообщите техническому специалисту.',
  badAnswer: 'Ответ Телемоста не понят: возможно, по адресу API отвечает другая программа. Введите ссылку сами.',
}

/** What happened and what to do. */
export const telemostProblemText = (problem: TelemostProblem): string => texts[problem]
