/** What a person reads who came to a closed door. Plain HTML: no script, no data of the request. */
const explanations: Readonly<Record<number, string>> = {
  400: 'Такой адрес программа не понимает.',
  401: 'Вход в «Видеоприём» открывается по ссылке, которую даёт сама программа. Запустите её ещё раз: откроется новое окно.',
  403: 'Запрос пришёл не со страницы «Видеоприёма» и не выполнен.',
  404: 'Такой страницы нет.',
  405: 'Такое действие не предусмотрено.',
  421: 'Программа отвечает только по адресу 127.0.0.1.',
  503: 'Рабочее место перезапускается. Страница подключится сама; записанное сохранено.',
}

/** A whole HTML page for a status that is not a success. */
export function plainPage(status: number): string {
  const explanation = explanations[status] ?? 'Не удалось выполнить запрос.'
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Видеоприём</title><style>body{font:18px/1.5 sans-serif;max-width:40em;margin:4em auto;padding:0 1em}</style><h1>Видеоприём</h1><p>${explanation}</p></html>\n`
}

/** A page that goes on to another one of ours at once, without a script. */
export const forwardPage = (path: string): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${path}"><title>Видеоприём</title></html>\n`
