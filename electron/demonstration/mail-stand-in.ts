import type { MailSender, SendResult } from '../notices/mail-sender.ts'

const accepted: SendResult = {
  outcome: 'accepted',
  answer: '250 2.0.0 Демонстрация: письмо осталось на этом компьютере',
}
const noSuchMailbox: SendResult = {
  ...{ outcome: 'refused', concerns: 'notice' },
  answer: 'Сервер не принял адрес получателя: 550 5.1.1 no such user',
}

/**
 * The mail server of the demonstration, inside the program: it opens no connection, whatever server was entered, so that
 * no letter of a made-up office reaches anybody. Addresses that begin with «nobody» are refused, all others taken.
 */
export const mailStandIn: MailSender = {
  send: (_server, _letter, toAddress) =>
    Promise.resolve(toAddress.toLowerCase().startsWith('nobody') ? noSuchMailbox : accepted),
  probe: () =>
    Promise.resolve({
      ...accepted,
      answer: 'Демонстрация: почтовый сервер учебный, письма не покидают этот компьютер',
    }),
}
