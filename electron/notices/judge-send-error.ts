import { withoutAddresses } from '../../shared/notices/server-answer.ts'

/** How a try ended that did not succeed. */
export interface SendFailure {
  readonly outcome: 'deferred' | 'refused' | 'unclear'
  /** `notice`: this letter alone. `server`: nobody's letter goes now. `settings`: nor will it before somebody acts. */
  readonly concerns: 'notice' | 'server' | 'settings'
  /** Russian words, then what the server said; no addresses. */
  readonly answer: string
  /**
   * Step and codes of a refusal that may be of every letter («RCPT 550 5.7.1»): two different recipients refused alike stop
   * the outbox. Missing: the refusal is of this letter or this address by its own code.
   */
  readonly alike?: string
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

/** Where in the dialogue of SMTP the server answered. */
type Step = 'connect' | 'sign-in' | 'sender' | 'recipient' | 'letter'

const certificateCodes =
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|DEPTH_ZERO|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH/
/** «Sign in first», «sign-in too weak», «wrong», «encrypt first» (RFC 4954), at whatever step they are said. */
const signInCodes: ReadonlySet<number> = new Set([530, 534, 535, 538])
const signInStatus = /^5\.7\.(?:8|9|11|13|14)$/
/** Of the recipient's address or mailbox, or of this letter's size or content (RFC 3463); 5.1.7 and 5.1.8 are the sender's. */
const statusOfLetter = /^5\.(?:1\.(?!7$|8$)|2\.|3\.4$|6\.)/
/** At MAIL FROM the size of the letter is announced. */
const sizeStatus = /^5\.(?:3\.4|2\.3)$/

/**
 * What an error of the mail client means for the outbox: by the step of SMTP and the codes of the answer (RFC 5321, 4.2;
 * RFC 3463), never by words of its text. `wholeLetterGone`: the last byte was handed to the connection; when it breaks after
 * that, nobody knows whether the server took the letter.
 */
export function judgeSendError(error: unknown, wholeLetterGone: boolean): SendFailure {
  const mailError = error as MailError
  const code = typeof mailError.responseCode === 'number' ? mailError.responseCode : null
  return code === null ? withoutAnswer(mailError, wholeLetterGone) : judgeAnswer(mailError, code)
}

/** The server answered. */
function judgeAnswer(error: MailError, code: number): SendFailure {
  const response = String(error.response ?? '')
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})(?!\S)/.exec(response)?.[1] ?? ''
  const said = withoutAddresses(response)
  const words = (text: string) => (said === '' ? text : `${text}: ${said}`)
  const step = stepOf(error)
  // 421: the server is closing, whatever was asked of it.
  if (code < 500) {
    const ofLetter = (step === 'recipient' || step === 'letter') && code !== 421
    const text = step === 'sign-in' ? 'Сервер пока не пускает' : 'Сервер отложил письмо'
    return { outcome: 'deferred', concerns: ofLetter ? 'notice' : 'server', answer: words(text) }
  }
  if (step === 'sign-in') {
    return {
      outcome: 'deferred',
      concerns: 'settings',
      answer: words('Сервер не принял имя пользователя или пароль'),
    }
  }
  // A server that greets with a refusal may take letters an hour later: it is asked again.
  if (step === 'connect') {
    return { outcome: 'deferred', concerns: 'server', answer: words('Сервер сейчас отказывается принимать письма') }
  }
  if (signInCodes.has(code) || signInStatus.test(status)) {
    return { outcome: 'deferred', concerns: 'settings', answer: words('Сервер не отправляет письма без входа') }
  }
  if (step === 'sender') {
    return code === 552 || sizeStatus.test(status)
      ? { outcome: 'refused', concerns: 'notice', answer: words('Сервер не принял письмо такого размера') }
      : { outcome: 'deferred', concerns: 'settings', answer: words('Сервер не отправляет письма от этого имени') }
  }
  const text = step === 'recipient' ? 'Сервер не принял адрес получателя' : 'Сервер не принял письмо'
  const isOfLetter = statusOfLetter.test(status) || (status === '' && code === 552)
  const alike = `${step} ${code} ${status}`.trim()
  return { outcome: 'refused', concerns: 'notice', answer: words(text), ...(isOfLetter ? {} : { alike }) }
}

function stepOf({ code, command }: MailError): Step {
  const step = String(command ?? '')
  if (code === 'EAUTH' || code === 'EOAUTH2' || code === 'ENOAUTH' || step.startsWith('AUTH')) return 'sign-in'
  if (step.startsWith('MAIL')) return 'sender'
  if (step.startsWith('RCPT')) return 'recipient'
  return step.startsWith('DATA') ? 'letter' : 'connect'
}

/** No answer: the network, the certificate, or the client itself would not send it. */
function withoutAnswer(error: MailError, wholeLetterGone: boolean): SendFailure {
  if (isCertificate(error)) {
    return {
      outcome: 'deferred',
      concerns: 'settings',
      answer: 'Сертификат почтового сервера не подтверждён: подключение небезопасно, письмо не передано',
    }
  }
  if (error.code === 'EAUTH' || error.code === 'EOAUTH2' || error.code === 'ENOAUTH') {
    return { outcome: 'deferred', concerns: 'settings', answer: 'Войти на почтовый сервер не удалось' }
  }
  // The client refuses an address or a letter before the server is asked: it would refuse it every time.
  if (error.code === 'EENVELOPE') {
    return { outcome: 'refused', concerns: 'notice', answer: 'Адрес получателя не годится для отправки' }
  }
  if (error.code === 'EMESSAGE') {
    return { outcome: 'refused', concerns: 'notice', answer: 'Письмо не годится для отправки: оно пусто или велико' }
  }
  const answer = networkWords(error)
  return wholeLetterGone
    ? { outcome: 'unclear', concerns: 'server', answer: `${answer}. Письмо было передано целиком, ответа сервера нет` }
    : { outcome: 'deferred', concerns: 'server', answer }
}

/** By its code; where OpenSSL gives none, by its own words: no server had spoken yet. */
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
