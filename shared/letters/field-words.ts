import type { FieldName } from './letter-reading.ts'

/** Fields of п. 2.2 as the screens call them. */
export const fieldWords: Readonly<Record<FieldName, string>> = {
  familyName: 'Фамилия',
  givenName: 'Имя',
  patronymic: 'Отчество',
  birthDate: 'Дата рождения',
  documentKind: 'Вид документа',
  documentSeries: 'Серия документа',
  documentNumber: 'Номер документа',
  documentIssuedBy: 'Кем выдан документ',
  documentIssuedOn: 'Дата выдачи документа',
  address: 'Адрес регистрации',
  addressKind: 'Место жительства или пребывания',
  body: 'Выбранный орган',
  consentPersonalData: 'Согласие на обработку персональных данных',
  consentVideo: 'Согласие на видеозапись',
  topic: 'Тематика вопроса',
  phone: 'Телефон',
  email: 'Электронная почта',
  formSubmittedAt: 'Когда заполнена форма',
}

const ask = 'нет в письме. Узнайте у гражданина по телефону и впишите'

/**
 * What to do about a mandatory field that the letter lacks. An incomplete letter is registered all the same: it is no
 * ground of п. 2.7.
 */
export function missingFieldAdvice(name: FieldName): string {
  const field = fieldWords[name]
  switch (name) {
    case 'phone':
      return `${field}: нет в письме. Напишите гражданину на электронную почту и попросите номер (п. 2.2)`
    case 'email':
      return `${field}: нет в письме. Позвоните и спросите: без адреса уведомление не отправить (пп. 2.2, 2.4)`
    case 'consentPersonalData':
      return `${field}: в письме о нём ничего нет. Спросите гражданина и отметьте ответ отдельно (п. 2.2)`
    case 'consentVideo':
      return `${field}: в письме о нём ничего нет. Спросите до приёма: он записывается (пп. 2.2, 3.6)`
    case 'body':
      return `${field}: нет в письме. Убедитесь, что заявка адресована вам (п. 2.2)`
    default:
      return `${field}: ${ask} (п. 2.2)`
  }
}
