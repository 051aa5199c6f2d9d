import { withoutAddresses } from '../../shared/notices/server-answer.ts'

/** How a try ended that did not succeed. */
export interface SendFailure {
  readonly outcome: 'deferred' | 'refused' | 'unclear'
  /** `notice`: this letter alone. `server`: nobody's letter goes now. `settings`: nor will it before somebody acts. */
  readonly concerns: 'notice' | 'server' | 'settings'
  /** Russian words, then what the server said; no addresses. */
  readonly answer: string
}

interface MailError {
  readonly code?: unknown
  readonly originalCode?: unknown
  readonly responseCode?: unknown
  readonly command?: unknown
  readonly response?: unknown
  readonly message?: unknown
  readonly cause?: unknown
}

const certificateCodes =
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|DEPTH_ZERO|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH/

/**
 * What an error of the mail client means for the outbox (RFC 5321, 4.2). `wholeLetterGone`: the last byte was handed to
 * the connection; when it breaks after that, nobody knows whether the server took the letter.
 */
export function judgeSendError(error: unknown, wholeLetterGone: boolean): SendFailure {
  const { code, responseCode, command } = error as MailError
  const said = withoutAddresses(String((error as MailError).response || ''))
  const words = (text: string) => (said === '' ? text : `${text}: ${said}`)
  const step = String(command ?? '')
  const status = typeof responseCode === 'number' ? responseCode : null
  if (code === 'EAUTH' || code === 'EOAUTH2' || code === 'ENOAUTH') {
    return status !== null && status < 500
      ? { outcome: 'deferred', concerns: 'server', answer: words('Сервер пока не пускает') }
      : { outcome: 'deferred', concerns: 'settings', answer: words('Сервер не принял имя пользователя или пароль') }
  }
  if (isCertificate(error as MailError)) {
    return {
      outcome: 'deferred',
      concerns: 'settings',
      answer: 'Сертификат почтового сервера не подтверждён: подключение небезопасно, письмо не передано',
    }
  }
  if (status === null) {
    const answer = networkWords(error as MailError)
    return wholeLetterGone
      ? {
          outcome: 'unclear',
          concerns: 'server',
          answer: `${answer}. Письмо было передано целиком, ответа сервера нет`,
        }
      : { outcome: 'deferred', concerns: 'server', answer }
  }
  if (status < 500) {
    const ofLetter = step.startsWith('RCPT') || step.startsWith('DATA')
    return { outcome: 'deferred', concerns: ofLetter ? 'notice' : 'server', answer: words('Сервер отложил письмо') }
  }
  if (status === 530 || status === 535 || /relay/i.test(said)) {
    return { outcome: 'deferred', concerns: 'settings', answer: words('Сервер не отправляет письма от этого имени') }
  }
  if (step.startsWith('RCPT')) {
    return { outcome: 'refused', concerns: 'notice', answer: words('Сервер не принял адрес получателя') }
  }
  if (step.startsWith('DATA')) {
    return { outcome: 'refused', concerns: 'notice', answer: words('Сервер не принял письмо') }
  }
  return { outcome: 'deferred', concerns: 'settings', answer: words('Сервер отказывается отправлять письма') }
}

function isCertificate({ code, originalCode, message, cause }: MailError): boolean {
  const inner = (cause ?? {}) as MailError
  return [code, originalCode, inner.code].some(one => typeof one === 'string' && certificateCodes.test(one))
    ? true
    : /certificate|self.signed/i.test(String(message ?? ''))
}

function networkWords({ code, originalCode }: MailError): string {
  const codes = [String(originalCode ?? ''), String(code ?? '')]
  if (codes.includes('EDNS') || codes.includes('ENOTFOUND') || codes.includes('EAI_AGAIN')) {
    return 'Имя почтового сервера не найдено'
  }
  if (codes.includes('ECONNREFUSED')) return 'Почтовый сервер не принимает соединения'
  if (codes.includes('ETIMEDOUT')) return 'Почтовый сервер не отвечает'
  if (codes.includes('ETLS')) return 'Защищённое соединение с почтовым сервером не установлено'
  return 'Соединение с почтовым сервером прервано'
}
