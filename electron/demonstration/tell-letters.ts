import { Temporal } from 'temporal-polyfill'
import type { LetterReading } from '../../shared/letters/letter-reading.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { makeLetterThread } from '../letters/letter-thread.ts'
import { type MadeUpLetter, newApplications, rawBounce, rawLetter } from './made-up-letters.ts'
import { isReply, type PlannedReception } from './plan.ts'
import type { Act, Story } from './story.ts'
import type { Told } from './tell-reception.ts'
import type { WorkDays } from './work-days.ts'

/** What citizens and servers say to notices of the day after tomorrow, by the trouble it makes. */
const answers = {
  confirming: { text: 'Добрый день! Подтверждаю участие в приёме.', time: '09:21' },
  declining: { text: 'Здравствуйте. Прошу отменить приём, вопрос решился.', time: '09:34' },
  bounced: { text: 'Письмо не доставлено: такого адреса нет.', time: '09:12' },
} as const

/** No notice has it: stands for the one a letter is about while the letter is only read. */
const someNotice = '<notice@videopriem.invalid>'

interface Context {
  readonly workDays: WorkDays
  readonly nowMs: number
  /** Of the whole plan; letters answer some of it. */
  readonly receptions: readonly PlannedReception[]
  /** Filled while the story is told. */
  readonly notices: Told['notices']
}

/**
 * Letters of the morning: new applications, two answers to judge and a notice that came back. They are read by the
 * program's own reader before the story is told; each is taken at its own time, with the marks of the notice it is about.
 */
export async function actsOfLetters(story: Story, context: Context): Promise<readonly Act[]> {
  const { timeZone, clock, letters, notices } = story
  const thread = makeLetterThread()
  const today = Temporal.PlainDate.from(localDate(context.nowMs, timeZone))
  const atMs = ({ daysBefore, time }: Pick<MadeUpLetter, 'daysBefore' | 'time'>) =>
    context.workDays.before(today, daysBefore).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
  const read = (raw: Buffer, at: number) => thread.readLetter(raw, [], at)

  function take(raw: Buffer, reading: LetterReading): string {
    const receivedAt = new Date(clock.nowMs()).toISOString()
    const { letterId } = letters.take({
      ...{ source: 'mail', raw, byteLength: raw.byteLength, tooBig: false, receivedAt },
      ...{ receiptSource: 'internalDate', reading, sighting: null },
    })
    return letterId
  }

  async function application(letter: MadeUpLetter, index: number): Promise<Act> {
    const at = atMs(letter)
    const raw = rawLetter(letter, new Date(at), `application-${index}`, null)
    const reading = await read(raw, at)
    return { atMs: at, tell: () => void take(raw, reading) }
  }

  async function answer({ trouble, fields }: PlannedReception): Promise<Act[]> {
    if (!isReply(trouble)) return []
    const toAddress = fields.email ?? ''
    const words = answers[trouble]
    const isBounce = trouble === 'bounced'
    const from = isBounce ? 'Mail Delivery System <mailer-daemon@example.ru>' : toAddress
    const subject = isBounce ? 'Undelivered Mail Returned to Sender' : 'Re: Личный приём'
    const letter = { from, subject, text: words.text, time: words.time, daysBefore: 0 }
    const at = atMs(letter)
    const rawAbout = (about: string) =>
      isBounce
        ? rawBounce(letter, new Date(at), trouble, about, toAddress)
        : rawLetter(letter, new Date(at), trouble, about)
    const draft = await read(rawAbout(someNotice), at)
    const act: Act = {
      atMs: at,
      tell() {
        const notice = context.notices.get(trouble)
        if (!notice) throw new Error('a letter came before its notice')
        const { report } = draft
        const letterId = take(rawAbout(notice.messageId), {
          ...draft,
          answers: draft.answers.map(id => (id === someNotice ? notice.messageId : id)),
          report: report && { ...report, originalMessageId: notice.messageId },
        })
        if (report !== null) {
          notices.addFact({
            ...{ noticeId: notice.noticeId, kind: 'bounced', authorId: null, letterId, detail: report.status },
          })
        }
      },
    }
    return [act]
  }

  try {
    const acts = await Promise.all([...newApplications.map(application), ...context.receptions.map(answer)])
    return acts.flat()
  } finally {
    await thread.close()
  }
}
