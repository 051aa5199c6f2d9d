import type { LinkRefusal } from './link.ts'

const example = 'https://telemost.yandex.ru/j/12345678901234'

const sentences: Readonly<Record<LinkRefusal, string>> = {
  empty: 'Вставьте ссылку на встречу в Телемосте или её номер.',
  tooLong: 'Текст слишком длинный. Вставьте только ссылку или номер встречи.',
  hiddenCharacters: 'В ссылке есть невидимые символы. Скопируйте её заново из Телемоста.',
  notALink: `Это не ссылка Телемоста. Нужна ссылка вида ${example} или номер встречи.`,
  wrongScheme: `Ссылка должна начинаться с https:// — например, ${example}`,
  credentials: 'В ссылке указан пользователь (знак @). Такая ссылка ведёт не туда, куда кажется: скопируйте её заново.',
  wrongPort: 'В ссылке указан порт. Скопируйте её заново из Телемоста.',
  lookAlikeHost: 'Адрес похож на Телемост, но это другой сайт. Скопируйте ссылку заново из Телемоста.',
  otherHost: 'Это ссылка на другой сайт. Приём проводится в программе Яндекс.Телемост (п. 1.3).',
  otherPath: `Это не ссылка на встречу. Нужна ссылка вида ${example}`,
  shortNumber: 'Номер встречи слишком короткий. Проверьте, что он скопирован целиком.',
}

/** The Russian sentence of a refused link. */
export const linkRefusalText = (refusal: LinkRefusal): string => sentences[refusal]
