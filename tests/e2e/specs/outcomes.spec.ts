import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReceptionDetail } from '../../../shared/contract/receptions.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type ColumnSevenFacts, columnSevenFacts } from '../../fixtures/column-seven.ts'
import type { ContractClient } from '../../fixtures/contract-client.ts'
import { type Desk, firstRun, openDesk } from '../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { armRecorder, talkUntilConsultation } from '../../fixtures/reception-by-hand.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { SessionPage } from '../pages/session-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** Every way a reception can end (facts/desk.md §1.2), through the screens, with column 7 word for word. */
let desk: Desk
let client: ContractClient
let session: SessionPage
let today: TodayPage
let journal: JournalPage

beforeAll(async () => {
  desk = await openDesk()
  await firstRun(desk)
  client = await desk.client()
  // Ten minutes of п. 3.12 are over for everybody: nobody has to wait for them.
  for (const { familyName } of outcomes) {
    await unwrap(
      client.calls.applications.create(newApplication({ familyName, inMinutes: -12, link: newMeetingLink() })),
    )
  }
  session = new SessionPage(desk.page)
  today = new TodayPage(desk.page)
  journal = new JournalPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  client.close()
  await desk.close()
})

interface OutcomeCase {
  readonly familyName: string
  readonly ending: string
  readonly title: string
  /** From the open room to the text of column 7 as it is to be written. */
  drive(): Promise<void>
  /** Column 7, from the facts alone. */
  text(facts: ColumnSevenFacts): string
}

const press = (name: string | RegExp) => desk.page.getByRole('button', { name }).click()
const explanation = 'о порядке назначения субсидии'

const outcomes: readonly OutcomeCase[] = [
  {
    familyName: 'Алексеев',
    ending: 'held, the identity established',
    title: 'Приём проведён',
    async drive() {
      await talkUntilConsultation({ session })
      await session.endTalk()
      await session.fillBlank(explanation)
    },
    text: ({ date, at }) =>
      `${span(date, at, 'talkEnded')} Личный прием проведен. Личность установлена (демонстрация экрана). Даны разъяснения: ${explanation}.`,
  },
  {
    familyName: 'Борисов',
    ending: 'held in general: no identification for technical reasons (п. 3.8)',
    title: 'Проведён без персонифицированной информации',
    async drive() {
      await talkUntilIdentification()
      await session.chooseProblem('Невозможна технически (п. 3.8)', 'низкое качество видео')
      await session.withoutPersonalInformation.waitFor()
      await session.endTalk()
      await session.fillBlank(explanation)
    },
    text: ({ date, at }) =>
      `${span(date, at, 'talkEnded')} Идентификация невозможна: низкое качество видео. Персонифицированная информация не предоставлялась. Даны разъяснения общего характера: ${explanation}.`,
  },
  {
    familyName: 'Власов',
    ending: 'held in general: the citizen refused to show the document (п. 3.9)',
    title: 'Проведён без персонифицированной информации',
    async drive() {
      await talkUntilIdentification()
      await press('Отказался предъявить (п. 3.9)')
      await press('Продолжить без неё')
      await session.endTalk()
      await session.fillBlank(explanation)
    },
    text: ({ date, at }) =>
      `${span(date, at, 'talkEnded')} Гражданин отказался предъявить документ. Персонифицированная информация не предоставлялась. Даны разъяснения общего характера: ${explanation}.`,
  },
  {
    familyName: 'Громов',
    ending: 'nobody connected',
    title: 'Гражданин не подключился',
    drive: () => session.interrupt('Гражданин не подключился'),
    text: ({ date, at, appointed }) =>
      `${date}. Личный прием прерван в ${at('interrupted')}: гражданин не подключился в течение 10 минут от назначенного времени (${appointed}).`,
  },
  {
    familyName: 'Дмитриев',
    ending: 'the microphone stayed off',
    title: 'Не включён микрофон',
    async drive() {
      await session.citizenConnected.click()
      await session.noticeGiven.waitFor()
      await session.interrupt('Гражданин не включил микрофон')
    },
    text: ({ date, at, appointed }) =>
      `${date}, ${at('citizenConnected')}–${at('interrupted')}. Личный прием прерван в ${at('interrupted')}: гражданин не включил микрофон в течение 10 минут от назначенного времени (${appointed}).`,
  },
  {
    familyName: 'Ершов',
    ending: 'the screen was not shown',
    title: 'Не подключена демонстрация экрана',
    async drive() {
      await talkUntilIdentification()
      await session.interrupt('Гражданин не подключил демонстрацию экрана')
    },
    text: ({ date, at, appointed }) =>
      `${span(date, at, 'interrupted')} Личный прием прерван в ${at('interrupted')}: гражданин не подключил демонстрацию экрана в течение 10 минут от назначенного времени (${appointed}).`,
  },
  {
    familyName: 'Жуков',
    ending: 'the identification was not passed',
    title: 'Не прошёл идентификацию',
    async drive() {
      await talkUntilIdentification()
      await session.chooseProblem('Не прошёл (п. 3.12)', 'данные документа не совпали с заявкой')
    },
    text: ({ date, at }) =>
      `${span(date, at, 'identified')} Личный прием прерван в ${at('identified')}: гражданин не прошел идентификацию (данные документа не совпали с заявкой).`,
  },
  {
    familyName: 'Зайцев',
    ending: 'the document was refused and the specialist interrupted (п. 3.9)',
    title: 'Отказ предъявить документ',
    async drive() {
      await talkUntilIdentification()
      await press('Отказался предъявить (п. 3.9)')
      await press('Прервать приём (п. 3.9)')
    },
    text: ({ date, at }) =>
      `${span(date, at, 'interrupted')} Личный прием прерван в ${at('interrupted')} по решению специалиста: гражданин отказался предъявить документ, удостоверяющий личность.`,
  },
  {
    familyName: 'Ильин',
    ending: 'threats after a warning',
    title: 'Оскорбления или угрозы',
    async drive() {
      await talkUntilConsultation({ session })
      await session.warnOfAbuse()
      await session.interruptForAbuse()
      await press('Руководитель уведомлён')
      await desk.page.getByText(/Руководитель уведомлён в/).waitFor()
      await session.usualWord('угрозы').click()
    },
    text: ({ date, at, secondsFromStart }) =>
      `${span(date, at, 'interrupted')} Личный прием прерван в ${at('interrupted')}: угрозы. Отметка в записи 00:${String(secondsFromStart('warningGiven')).padStart(2, '0')}. Руководитель уведомлен в ${at('headInformed')}.`,
  },
  {
    familyName: 'Козлов',
    ending: 'a fault before the start, another time agreed',
    title: 'Неисправность, иной срок',
    async drive() {
      await session.markFault('Нет звука.')
      await session.agreeTime('25.11.2030', '10:00')
      await press('Перенести приём')
      await press('Записать результат…')
    },
    text: ({ date, at, appointed }) =>
      `${date}. Личный прием в установленный срок (${appointed}) не проведен: нет звука. Гражданину сообщено по телефону в ${at('phoneCalled')}; согласован иной срок 25.11.2030 10:00.`,
  },
  {
    familyName: 'Ларин',
    ending: 'a fault in the talk, another time declined',
    title: 'Неисправность, иной срок',
    async drive() {
      await talkUntilConsultation({ session })
      await session.markFault('нет изображения')
      await session.noteFaultCall('От иного срока отказался')
      await press('Записать результат…')
    },
    text: ({ date, at, appointed }) =>
      `${span(date, at, 'talkEnded')} Личный прием в установленный срок (${appointed}) прерван в ${at('faultFound')}: нет изображения. Гражданину сообщено по телефону в ${at('phoneCalled')}; от иного срока отказался.`,
  },
  {
    familyName: 'Макаров',
    ending: 'a fault, nobody answered three times',
    title: 'Неисправность, иной срок',
    async drive() {
      await session.markFault('нет сети')
      for (let tries = 1; tries <= 3; tries += 1) {
        await session.noteFaultCall('Не ответил')
        await session.phoneCalls('не ответил', tries).waitFor()
      }
      await press('Записать результат…')
    },
    text: ({ date, appointed, times }) =>
      `${date}. Личный прием в установленный срок (${appointed}) не проведен: нет сети. Не дозвонились: ${times('phoneCalled').join(', ')}.`,
  },
  {
    familyName: 'Никитин',
    ending: 'the connection was lost for good',
    title: 'Связь с гражданином прервалась',
    async drive() {
      await talkUntilConsultation({ session })
      await press('Связь прервалась')
      await session.endTalk()
      await session.usualWord('даны частично').click()
    },
    text: ({ date, at }) =>
      `${span(date, at, 'talkEnded')} Связь с гражданином прервалась в ${at('connectionLost')}. Разъяснения даны частично.`,
  },
  {
    familyName: 'Новиков',
    ending: 'the connection was lost in the identification, came back and was lost again',
    title: 'Связь с гражданином прервалась',
    async drive() {
      await talkUntilIdentification()
      await press('Связь прервалась')
      await press('Связь восстановлена')
      await session.identification.waitFor()
      await press('Связь прервалась')
      await session.endTalk()
      await session.usualWord('не давались').click()
    },
    text: ({ date, at }) =>
      `${span(date, at, 'talkEnded')} Связь с гражданином прервалась в ${at('connectionLost')}. Разъяснения не давались.`,
  },
  {
    familyName: 'Орлов',
    ending: 'threats, and the citizen dropped out before the warning',
    title: 'Оскорбления или угрозы',
    async drive() {
      await session.citizenConnected.click()
      await session.noticeGiven.waitFor()
      await press('Связь прервалась')
      await session.interruptForAbuse()
      await session.usualWord('угрозы').click()
      await press('Руководитель уведомлён')
    },
    text: ({ date, at, secondsFromStart }) =>
      `${date}, ${at('citizenConnected')}–${at('interrupted')}. Личный прием прерван в ${at('interrupted')}: угрозы. Отметка в записи 00:${String(secondsFromStart('interrupted')).padStart(2, '0')}. Руководитель уведомлен в ${at('headInformed')}.`,
  },
  {
    familyName: 'Осипов',
    ending: 'the citizen refused the recording',
    title: 'Отказ от видеозаписи',
    async drive() {
      await talkUntilIdentification()
      await session.endOtherwise('Гражданин отказался от видеозаписи')
    },
    text: ({ date, at }) =>
      `${span(date, at, 'recordingRefused')} Гражданин отказался от видеозаписи в ${at('recordingRefused')}; запись остановлена, прием прекращен; разъяснено право обратиться очно или письменно.`,
  },
  {
    familyName: 'Павлов',
    ending: 'the citizen ended the talk',
    title: 'Завершён гражданином',
    async drive() {
      await talkUntilConsultation({ session })
      await session.endOtherwise('Гражданин завершил разговор')
      await session.fillBlank('Разъяснения даны полностью.')
    },
    text: ({ date, at }) =>
      `${span(date, at, 'endedByCitizen')} Личный прием завершен по инициативе гражданина в ${at('endedByCitizen')}. Разъяснения даны полностью.`,
  },
  {
    familyName: 'Родионов',
    ending: 'an emergency',
    title: 'Чрезвычайная ситуация',
    async drive() {
      await talkUntilConsultation({ session })
      await session.endForEmergency()
      await session.fillBlank('сработала пожарная сигнализация')
    },
    text: ({ date, at }) =>
      `${span(date, at, 'emergencyDeclared')} Личный прием прекращен в ${at('emergencyDeclared')} в связи с чрезвычайной ситуацией: сработала пожарная сигнализация.`,
  },
  {
    familyName: 'Семёнов',
    ending: 'something else',
    title: 'Иной результат',
    async drive() {
      await talkUntilIdentification()
      await session.endTalk()
      await session.chooseOutcome('Иной результат')
      await session.fillBlank('Гражданин просил перенести приём на очный.')
    },
    text: ({ date, at }) => `${span(date, at, 'talkEnded')} Гражданин просил перенести приём на очный.`,
  },
]

/** The head of every draft of a reception that began, up to its end. */
function span(date: string, at: ColumnSevenFacts['at'], end: Parameters<ColumnSevenFacts['at']>[0]): string {
  return `${date}, ${at('citizenConnected')}–${at(end)}. Гражданин уведомлен о видеозаписи в ${at('noticeGiven')}.`
}

async function talkUntilIdentification(): Promise<void> {
  await session.citizenConnected.click()
  await session.noticeGiven.click()
  await session.identification.waitFor()
}

let isArmed = false
/** From «Сегодня» to the open room; one room and one recorder serve them all. */
async function open(shortName: string): Promise<void> {
  await today.go()
  await today.open(shortName)
  const room = await session.openRoom()
  if (isArmed) await room.close()
  else {
    await room.getByRole('button', { name: 'Войти со звуком' }).click()
    await armRecorder(await session.openRecorder())
    isArmed = true
  }
  await desk.page.bringToFront()
  await session.citizenConnected.and(desk.page.locator(':enabled')).waitFor()
}

/** Column 7 as the journal's screen shows it. */
async function columnSeven(familyName: string): Promise<string | undefined> {
  await journal.go()
  await journal.search.fill(familyName)
  await journal.only(familyName)
  return (await journal.cells(familyName))[6]
}

async function receptionOf(familyName: string): Promise<ReceptionDetail> {
  const { receptions } = await unwrap(client.calls.receptions.day({ date: null }))
  const card = receptions.find(({ shortName }) => shortName.startsWith(familyName))
  if (!card) throw new Error(`no reception of ${familyName}`)
  return await unwrap(client.calls.receptions.detail({ receptionId: card.id }))
}

test.each(outcomes)('$ending', async ({ familyName, title, drive, text }) => {
  await open(`${familyName} П. П.`)
  await drive()
  await session.resultText.waitFor()
  expect(await session.outcome.inputValue()).toBe(title)
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
  const reception = await receptionOf(familyName)
  expect(await columnSeven(familyName)).toBe(text(columnSevenFacts(reception)))
  const began = reception.events.some(({ action }) => action.kind === 'citizenConnected')
  expect(reception.card.recordingId !== null).toBe(began)
})

/** «Отменить (п. 2.6)…» belongs to «Сегодня»; the text is the program's own and nobody writes it by hand. */
test.each([
  ['Тихонов', 'Гражданин отказался от приёма', 'гражданин отказался от участия (п. 2.6).'],
  ['Уваров', 'Гражданин не подтвердил приём в срок', 'подтверждение участия не поступило (п. 2.6).'],
] as const)('%s: cancelled before it began, %s', async (familyName, reason, words) => {
  const application = newApplication({ familyName, inMinutes: 0, link: newMeetingLink() })
  await unwrap(client.calls.applications.create(application))
  await today.go()
  await today.cancel(`${familyName} П. П.`, reason)
  await today
    .line(familyName)
    .getByText(/^отменён/)
    .waitFor()
  const { appointedDate, appointed } = columnSevenFacts(await receptionOf(familyName))
  expect(await columnSeven(familyName)).toBe(`Личный прием ${appointedDate} в ${appointed} отменен: ${words}`)
})

test('nothing complained on the way', () => {
  expect(desk.complaints).toEqual([])
})
